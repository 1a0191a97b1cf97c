import { Component, DestroyRef, inject, input } from '@angular/core';
import { Icon, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { Player } from './player.js';

/** Plays a recorded sound of the package. */
@Component({
  selector: 'sala-sound',
  imports: [Icon],
  providers: [Player],
  template: `
    <button type="button" class="voice" [attr.aria-label]="say(words.playSound)" (click)="player.toggle(file())">
      <sala-icon [name]="player.playing() ? 'pause' : 'listen'" />
    </button>
    @if (player.missing()) {
      <span class="small" role="status">{{ say(words.notHere) }}</span>
    }
  `,
})
export class SoundButton {
  protected readonly player = inject(Player);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly file = input.required<string>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.player.stop());
  }
}
