import { Component, computed, DestroyRef, inject, input, resource, signal } from '@angular/core';
import { Heading, Icon, UnderWay, Wording } from '@sala/web/ui';
import { qrPath } from '@sala/web/ui/qr';
import { messages } from './messages.js';

const SHOWN_MS = 900;
/** After so many the codes stand still, so that a phone that lies forgotten goes back to the faces. */
const AT_MOST = 600;

/** A series of QR codes for another phone's camera: one after the other, by itself or by tap. */
@Component({
  selector: 'sala-qr-series',
  imports: [Heading, Icon],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.showCodes) }}</h1>
    @if (drawn.value(); as drawn) {
      <svg width="100%" [attr.viewBox]="'0 0 ' + drawn.size + ' ' + drawn.size" role="img" [attr.aria-label]="standing()">
        <rect width="100%" height="100%" fill="#fff" />
        <path [attr.d]="drawn.path" fill="#000" />
      </svg>
    }
    <p class="strong">{{ standing() }}</p>
    @if (codes().length > 1) {
      <div class="tiles">
        <button type="button" class="button" (click)="moves.set(!moves())">
          <sala-icon [name]="moves() ? 'pause' : 'again'" />{{ say(moves() ? words.pause : words.play) }}
        </button>
        <button type="button" class="button" (click)="step()"><sala-icon name="next" />{{ say(words.nextCode) }}</button>
      </div>
    }
    <p>{{ say(words.codesHow) }}</p>
  `,
})
export class QrSeries {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly codes = input.required<readonly string[]>();
  protected readonly moves = signal(true);
  private readonly place = signal(0);
  protected readonly drawn = resource({
    params: () => this.codes()[this.place() % this.codes().length],
    loader: ({ params }) => qrPath(params, 'L'),
  });
  protected readonly standing = computed(() =>
    this.say(messages.codeOf, { place: (this.place() % this.codes().length) + 1, of: this.codes().length }),
  );

  constructor() {
    inject(UnderWay).watch(() => this.moves());
    const timer = setInterval(() => this.moves() && this.step(), SHOWN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected step(): void {
    this.place.update((place) => place + 1);
    if (this.place() % AT_MOST === 0) this.moves.set(false);
  }
}
