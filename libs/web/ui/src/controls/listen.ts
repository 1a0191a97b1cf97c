import { Component, computed, inject, input } from '@angular/core';
import { messages } from '../messages.js';
import { Display, type DisplayLanguage } from '../display/display.js';
import { Wording } from '../words/wording.js';
import { Icon } from './icon.js';
import { Speech } from './speech.js';

/** The gold voice button, left of the words it speaks; it is only there when this phone really has a voice for the language. */
@Component({
  selector: 'sala-listen',
  imports: [Icon],
  template: `
    @if (voice(); as speaker) {
      <button
        type="button"
        class="voice"
        [attr.aria-label]="say(words.listen) + (language() ? ' ' + text() : '')"
        (click)="speech.speak(text(), speaker)"
      >
        <sala-icon name="listen" />
      </button>
    }
  `,
})
export class Listen {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly speech = inject(Speech);
  private readonly display = inject(Display);
  readonly text = input.required<string>();
  /** The language of the words, when it is not that of the screen. */
  readonly language = input<DisplayLanguage>();
  protected readonly voice = computed(() => this.speech.voiceFor(this.language() ?? this.display.language()));
}
