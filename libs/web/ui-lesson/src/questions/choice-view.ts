import { Component, computed, inject, input } from '@angular/core';
import type { Option, QuestionOf } from '@sala/domain/content';
import { Icon, Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';
import { PictureView } from '../picture-view.js';
import { SoundButton } from '../sound-button.js';

/** One or several answers to choose, as large tiles. Afterwards the tiles say what was right. */
@Component({
  selector: 'sala-choice-question',
  imports: [Icon, PictureView, SoundButton],
  template: `
    <fieldset class="options" [attr.aria-labelledby]="question().id" [disabled]="answering().checked()">
      <p class="small">{{ say(isSingle() ? words.chooseOne : words.chooseAll) }}</p>
      @for (option of question().options; track option.id) {
        @if (option.picture; as picture) {
          <sala-picture [picture]="picture" />
        }
        @if (option.sound; as file) {
          <sala-sound [file]="file" />
        }
        <label class="choice" [class.right]="isShownRight(option)" [class.not-yet]="isShownWrong(option)">
          <input
            [type]="isSingle() ? 'radio' : 'checkbox'"
            [name]="question().id"
            [checked]="chosen().includes(option.id)"
            (change)="choose(option.id)"
          />
          <span>{{ say(option.text) }}</span>
          @if (isShownRight(option)) {
            <span class="verdict"
              ><sala-icon name="tick" /><span class="unseen">{{ say(words.rightMark) }}</span></span
            >
          }
        </label>
      }
    </fieldset>
  `,
})
export class ChoiceView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<QuestionOf<'single-choice' | 'multiple-choice'>>();
  readonly answering = input.required<Answering>();
  protected readonly isSingle = computed(() => this.question().kind === 'single-choice');
  protected readonly chosen = computed((): readonly string[] => {
    const response = this.answering().response();
    if (response?.kind === 'single-choice') return [response.chosen];
    return response?.kind === 'multiple-choice' ? response.chosen : [];
  });

  protected isShownRight(option: Option): boolean {
    return option.correct && (this.answering().revealed() || (this.answering().checked() && this.chosen().includes(option.id)));
  }

  protected isShownWrong(option: Option): boolean {
    return !option.correct && this.answering().checked() && this.chosen().includes(option.id);
  }

  protected choose(id: string): void {
    const { response } = this.answering();
    if (this.isSingle()) return response.set({ kind: 'single-choice', chosen: id });
    const chosen = this.chosen().includes(id) ? this.chosen().filter((other) => other !== id) : [...this.chosen(), id];
    response.set(chosen.length === 0 ? undefined : { kind: 'multiple-choice', chosen });
  }
}
