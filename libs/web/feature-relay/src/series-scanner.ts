import { Component, inject, output, signal } from '@angular/core';
import { SeriesReader, type Bytes } from '@sala/domain/sealing';
import { Heading, QrScanner, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** Reads a series of QR codes from another phone's screen, in whatever order the camera catches them. */
@Component({
  selector: 'sala-series-scanner',
  imports: [Heading, QrScanner],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.scanHow) }}</h1>
    <sala-qr-scanner (found)="look($event)" (failed)="failed.emit()" />
    <p class="strong" aria-live="polite">
      @if (standing(); as standing) {
        {{ say(words.scanStanding, standing) }}
      }
    </p>
  `,
})
export class SeriesScanner {
  private readonly reader = new SeriesReader();
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly whole = output<Bytes>();
  readonly failed = output();
  protected readonly standing = signal<{ read: number; of: number } | undefined>(undefined);
  private isDone = false;

  protected async look(code: string): Promise<void> {
    const standing = await this.reader.add(code);
    if (!standing || this.isDone) return;
    this.standing.set({ read: standing.read, of: standing.of });
    this.isDone = standing.whole !== undefined;
    if (standing.whole) this.whole.emit(standing.whole);
  }
}
