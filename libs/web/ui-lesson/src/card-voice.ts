import { Component, computed, DestroyRef, effect, inject, input, untracked } from '@angular/core';
import { voiceOf, type Card } from '@sala/domain/content';
import { Display, Icon, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { Player } from './player.js';

/** The recorded voice of a card: play, pause, slower; and a word when the card was changed since it was read. Nothing where there is no recording. */
@Component({
  selector: 'sala-card-voice',
  imports: [Icon],
  providers: [Player],
  template: `
    @if (voice(); as voice) {
      <div class="voice-bar">
        <button type="button" class="tile" (click)="player.toggle(voice.file)">
          <sala-icon [name]="player.playing() ? 'pause' : 'listen'" />{{ say(player.playing() ? words.pauseVoice : words.playVoice) }}
        </button>
        <button type="button" class="tile" [attr.aria-pressed]="player.slow()" (click)="player.changeSpeed()">
          {{ say(words.slower) }}
        </button>
      </div>
      <div aria-live="polite">
        @if (player.missing()) {
          <p class="small">{{ say(words.notHere) }}</p>
        } @else if (voice.stale) {
          <p class="small">{{ say(words.staleVoice) }}</p>
        }
      </div>
    }
  `,
})
export class CardVoice {
  protected readonly player = inject(Player);
  private readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly card = input.required<Card>();
  protected readonly voice = computed(() => voiceOf(this.card(), this.display.language()));

  constructor() {
    // The slow speed stays from card to card; what is being read does not.
    effect(() => {
      this.card();
      untracked(() => this.player.stop());
    });
    inject(DestroyRef).onDestroy(() => this.player.stop());
  }
}
