import { Component, inject, input, linkedSignal } from '@angular/core';
import { VERDICTS, type QuestionOf } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';
import { PictureView } from '../picture-view.js';

type Verdict = (typeof VERDICTS)[number];

/** A post or message to judge: real, false, or to be checked, with the reasons. */
@Component({
  selector: 'sala-judge-question',
  imports: [PictureView],
  template: `
    <article class="card post">
      <p class="strong">{{ say(question().post.from) }}</p>
      @if (question().post.time; as time) {
        <p class="small">{{ say(time) }}</p>
      }
      <p>{{ say(question().post.text) }}</p>
      @if (question().post.picture; as picture) {
        <sala-picture [picture]="picture" />
      }
    </article>
    <fieldset class="options" [disabled]="answering().checked()">
      <legend class="strong">{{ say(words.whatIsIt) }}</legend>
      @for (one of verdicts; track one) {
        <label class="choice" [class.right]="answering().revealed() && one === question().verdict">
          <input type="radio" [name]="question().id" [checked]="verdict() === one" (change)="judge(one, reasons())" /><span>{{
            say(names[one])
          }}</span>
        </label>
      }
    </fieldset>
    <fieldset class="options" [disabled]="answering().checked()">
      <legend class="strong">{{ say(words.why) }}</legend>
      @for (reason of question().reasons; track reason.id) {
        <label class="choice" [class.right]="answering().revealed() && reason.correct">
          <input type="checkbox" [checked]="reasons().includes(reason.id)" (change)="toggle(reason.id)" /><span>{{
            say(reason.text)
          }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class JudgeView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly verdicts = VERDICTS;
  protected readonly names = { real: messages.real, false: messages.false, check: messages.needsCheck };
  readonly question = input.required<QuestionOf<'judge'>>();
  readonly answering = input.required<Answering>();
  protected readonly verdict = linkedSignal((): Verdict | undefined => {
    const response = this.answering().response();
    return response?.kind === 'judge' ? response.verdict : undefined;
  });
  protected readonly reasons = linkedSignal((): readonly string[] => {
    const response = this.answering().response();
    return response?.kind === 'judge' ? response.reasons : [];
  });

  protected toggle(id: string): void {
    this.judge(this.verdict(), this.reasons().includes(id) ? this.reasons().filter((other) => other !== id) : [...this.reasons(), id]);
  }

  protected judge(verdict: Verdict | undefined, reasons: readonly string[]): void {
    const isWhole = verdict !== undefined && reasons.length > 0;
    if (isWhole || this.answering().response())
      this.answering().response.set(isWhole ? { kind: 'judge', verdict, reasons: [...reasons] } : undefined);
    this.verdict.set(verdict);
    this.reasons.set(reasons);
  }
}
