import { Component, inject, model, output, signal } from '@angular/core';
import { CARD_DIGITS, digitsOf, isPlausibleCardCode } from '@sala/web/data-session';
import { canScan, Heading, Icon, Notice, QrScanner, Wording, type Message } from '@sala/web/ui';
import { CodeEntry } from './code-entry.js';
import { messages } from './messages.js';

/** The code of a card: typed on the pad or read by the camera. A slip is told before the server is asked. */
@Component({
  selector: 'sala-card-code-step',
  imports: [CodeEntry, Heading, Icon, Notice, QrScanner],
  host: { class: 'grow stack' },
  template: `
    @if (scanning()) {
      <h1 salaHeading>{{ say(words.scanHow) }}</h1>
      <sala-qr-scanner (found)="scanned($event)" (failed)="cannotScan()" />
      <button type="button" class="button" (click)="scanning.set(false)">{{ say(words.scanStop) }}</button>
    } @else {
      <h1 salaHeading>{{ say(words.enterCard) }}</h1>
      <div aria-live="polite">
        @if (problem(); as problem) {
          <sala-notice tone="mind">{{ say(problem) }}</sala-notice>
        }
      </div>
      @if (mayScan) {
        <button type="button" class="tile" (click)="scanning.set(true)"><sala-icon name="scan" />{{ say(words.scan) }}</button>
      }
      <sala-code-entry [(code)]="code" [digits]="digits" [counted]="words.cardDigits" />
    }
  `,
})
export class CardCodeStep {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly digits = CARD_DIGITS;
  protected readonly mayScan = canScan();
  protected readonly scanning = signal(false);
  readonly code = model.required<string>();
  readonly problem = model<Message>();
  readonly ready = output<string>();

  /** Hands the code on when it can be one. */
  submit(): void {
    const code = this.code();
    if (code.length < CARD_DIGITS) return this.problem.set(messages.moreDigits);
    if (!isPlausibleCardCode(code)) return this.problem.set(messages.slip);
    this.problem.set(undefined);
    this.ready.emit(code);
  }

  protected scanned(text: string): void {
    if (!this.scanning()) return;
    this.scanning.set(false);
    // The QR holds the address …/card#CODE; only its last part is the code.
    this.code.set(digitsOf(text.split('#').at(-1) ?? '').slice(0, CARD_DIGITS));
    this.submit();
  }

  protected cannotScan(): void {
    this.scanning.set(false);
    this.problem.set(messages.scanNotAllowed);
  }
}
