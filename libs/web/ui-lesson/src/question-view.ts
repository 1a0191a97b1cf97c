import { Component, computed, inject, input, model } from '@angular/core';
import type { Option, Question, QuestionKind, ResponseOf } from '@sala/domain/content';
import { Heading, Icon, Listen, Wording, type Message } from '@sala/web/ui';
import { messages } from './messages.js';

interface Asking<K extends QuestionKind> {
  input: 'radio' | 'checkbox';
  ask: Message;
  respond(chosen: readonly string[]): ResponseOf<K>;
}

/** How each kind of question is asked and answered. */
const ASKING: { [K in QuestionKind]: Asking<K> } = {
  'single-choice': { input: 'radio', ask: messages.chooseOne, respond: (chosen) => ({ kind: 'single-choice', chosen: chosen[0] ?? '' }) },
  'multiple-choice': {
    input: 'checkbox',
    ask: messages.chooseAll,
    respond: (chosen) => ({ kind: 'multiple-choice', chosen: [...chosen] }),
  },
};

/** The response to a question by the ids of the chosen options. */
export function responseTo(question: Question, chosen: readonly string[]): ResponseOf<QuestionKind> {
  return ASKING[question.kind].respond(chosen);
}

/** A question with its options as large tiles. Before the check one chooses; afterwards the tiles say what was right. */
@Component({
  selector: 'sala-question',
  imports: [Heading, Icon, Listen],
  host: { class: 'stack' },
  template: `
    <div class="row">
      <sala-listen [text]="heard()" />
      <h1 class="rest" salaHeading [id]="question().id">{{ say(question().prompt) }}</h1>
    </div>
    <fieldset class="options" [attr.aria-labelledby]="question().id" [disabled]="checked()">
      <p class="small">{{ say(asking().ask) }}</p>
      @for (option of question().options; track option.id) {
        <label class="choice" [class.right]="isShownRight(option)" [class.not-yet]="isShownWrong(option)">
          <input [type]="asking().input" [name]="question().id" [checked]="chosen().includes(option.id)" (change)="choose(option.id)" />
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
export class QuestionView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<Question>();
  /** Ids of the chosen options. */
  readonly chosen = model.required<readonly string[]>();
  /** Whether the answer was checked, so that nothing can be changed until the next try. */
  readonly checked = input(false);
  /** Whether the right options are shown. */
  readonly revealed = input(false);
  protected readonly asking = computed(() => ASKING[this.question().kind]);
  protected readonly heard = computed(() =>
    [this.question().prompt, ...this.question().options.map((option) => option.text)].map((text) => this.say(text)).join('\n'),
  );

  protected isShownRight(option: Option): boolean {
    return option.correct && (this.revealed() || (this.checked() && this.chosen().includes(option.id)));
  }

  protected isShownWrong(option: Option): boolean {
    return !option.correct && this.checked() && this.chosen().includes(option.id);
  }

  protected choose(id: string): void {
    const chosen = this.chosen();
    if (this.asking().input === 'radio') this.chosen.set([id]);
    else this.chosen.set(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  }
}
