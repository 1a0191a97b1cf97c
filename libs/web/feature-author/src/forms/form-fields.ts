import { Component, computed, forwardRef, inject, input } from '@angular/core';
import type { Question, QuestionKind } from '@sala/domain/content';
import { at, blankQuestion, idOf, isPart, listAt, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { freshId } from '../desk/ids.js';
import { EditIcon } from '../edit/edit-icon.js';
import { kindMessages, questionKinds } from '../edit/kind-messages.js';
import { AreasField } from '../media/areas-field.js';
import { PictureField } from '../media/picture-field.js';
import { ClipField, SoundField } from '../media/sound-fields.js';
import { QUESTION_FORMS, QUESTION_HEAD, QUESTION_MORE } from './card-forms.js';
import { wayTo, type Field, type FieldOf } from './field.js';
import { formMessages } from './form-messages.js';
import { MemberDeeds } from './member-deeds.js';
import { ChoiceField, LineField, LinesField, NumberField, PartField, SomeField, YesField } from './plain-fields.js';
import { SourceField } from './source-field.js';
import { TextField, TextsField } from './text-fields.js';

/** A list of parts, each with its own fields. */
@Component({
  selector: 'sala-members-field',
  imports: [EditIcon, MemberDeeds, forwardRef(() => FormFields)],
  template: `
    <div class="members" role="group" [attr.aria-label]="say(field().label)">
      <p class="strong">{{ say(field().label) }}</p>
      @for (id of ids(); track id) {
        <section class="card member" [attr.aria-label]="say(field().one, { n: $index + 1 })">
          <div class="row middle">
            <p class="strong rest">{{ say(field().one, { n: $index + 1 }) }}</p>
            <sala-member-deeds [path]="pathOf(id)" [isFirst]="$first" [isLast]="$last" [canRemove]="ids().length > field().least" />
          </div>
          <sala-form-fields [fields]="field().fields" [path]="pathOf(id)" />
        </section>
      }
      @if (ids().length < field().most) {
        <button type="button" class="tile small-tile" [disabled]="!desk.mayEdit()" (click)="add()">
          <sala-edit-icon name="plus" />{{ say(field().add) }}
        </button>
      }
    </div>
  `,
})
export class MembersField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  readonly field = input.required<FieldOf<'members'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly ids = computed(() => listAt(this.desk.document(), this.where()).map((one) => idOf(one) ?? ''));

  protected pathOf(id: string): Path {
    return [...this.where(), id];
  }

  protected add(): void {
    const blank = this.field().blank(freshId);
    // What is sorted belongs to a group from the start.
    const group = idOf(listAt(this.desk.document(), [...this.path(), 'groups'])[0]);
    const value = this.field().key === 'items' && group ? { ...blank, group } : blank;
    this.desk.edit({ do: 'insert', list: this.where(), at: this.ids().length, value });
  }
}

/** A question inside a card or a test: its kind, what is asked, and the form of its kind. */
@Component({
  selector: 'sala-question-field',
  imports: [forwardRef(() => FormFields)],
  template: `
    <label class="field">
      <span>{{ say(words.questionKind) }}</span>
      <select #box [disabled]="!desk.mayEdit()" (change)="change(box.value)">
        @for (one of kinds; track one) {
          <option [value]="one" [selected]="kind() === one">{{ say(names[one].name) }}</option>
        }
      </select>
    </label>
    <sala-form-fields [fields]="fields()" [path]="path()" />
  `,
})
export class QuestionForm {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  protected readonly names = kindMessages.questions;
  protected readonly kinds = questionKinds;
  readonly path = input.required<Path>();
  private readonly question = computed(() => at(this.desk.document(), this.path()));
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
    this.desk.edit({ do: 'put', path: this.path(), value });
  }
}

/** The fields of a form, each answered in its way. */
@Component({
  selector: 'sala-form-fields',
  imports: [
    AreasField,
    ChoiceField,
    ClipField,
    LineField,
    LinesField,
    MembersField,
    NumberField,
    PartField,
    PictureField,
    QuestionForm,
    SomeField,
    SoundField,
    SourceField,
    TextField,
    TextsField,
    YesField,
  ],
  host: { class: 'stack form' },
  templateUrl: './form-fields.html',
})
export class FormFields {
  readonly fields = input.required<readonly Field[]>();
  readonly path = input.required<Path>();

  protected under(key: string): Path {
    return wayTo(this.path(), key);
  }
}
