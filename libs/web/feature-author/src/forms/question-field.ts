import { Component, computed, inject, input } from '@angular/core';
import type { Question, QuestionKind } from '@sala/domain/content';
import { at, blankQuestion, isPart, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { freshId } from '../desk/ids.js';
import { kindMessages, questionKinds } from '../edit/kind-messages.js';
import { QUESTION_FORMS, QUESTION_HEAD, QUESTION_MORE } from './card-forms.js';
import { wayTo, type Field, type FieldOf } from './field.js';
import { FormFields } from './form-fields.js';
import { formMessages } from './form-messages.js';

/** A question inside a card or a test: its kind, what is asked, and the form of its kind. */
@Component({
  selector: 'sala-question-field',
  imports: [FormFields],
  template: `
    <label class="field">
      <span>{{ say(words.questionKind) }}</span>
      <select #box [disabled]="!desk.mayEdit()" (change)="change(box.value)">
        @for (one of kinds; track one) {
          <option [value]="one" [selected]="kind() === one">{{ say(names[one].name) }}</option>
        }
      </select>
    </label>
    <sala-form-fields [fields]="fields()" [path]="where()" />
  `,
})
export class QuestionField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  protected readonly names = kindMessages.questions;
  protected readonly kinds = questionKinds;
  readonly field = input.required<FieldOf<'question'>>();
  readonly path = input.required<Path>();
  protected readonly where = computed(() => wayTo(this.path(), this.field().key));
  private readonly question = computed(() => at(this.desk.document(), this.where()));
  protected readonly kind = computed((): QuestionKind => {
    const question = this.question();
    return questionKinds.find((kind) => isPart(question) && question['kind'] === kind) ?? 'single-choice';
  });
  protected readonly fields = computed((): readonly Field[] => [...QUESTION_HEAD, ...QUESTION_FORMS[this.kind()], ...QUESTION_MORE]);

  /** Another kind of question asks the same in another way: what every question has stays. */
  protected change(kind: string): void {
    const before = this.question();
    const chosen = questionKinds.find((one) => one === kind);
    if (!chosen || !isPart(before)) return;
    const { id, prompt, hint, picture, sound } = before as Partial<Question>;
    const kept = Object.entries({ id, prompt, hint, picture, sound }).filter(([, value]) => value !== undefined);
    const value = { ...blankQuestion(chosen, freshId), ...Object.fromEntries(kept) };
    this.desk.edit({ do: 'put', path: this.where(), value });
  }
}
