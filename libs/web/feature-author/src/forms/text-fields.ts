import { Component, computed, inject, input } from '@angular/core';
import { at, listAt, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { EditIcon } from '../edit/edit-icon.js';
import { BothLanguages } from './both-languages.js';
import { wayTo, type FieldOf } from './field.js';
import { formMessages } from './form-messages.js';
import { MemberDeeds } from './member-deeds.js';

/** Words in both languages; those that can be left out are put in by a tap. */
@Component({
  selector: 'sala-text-field',
  imports: [BothLanguages, EditIcon],
  template: `
    @if (isThere()) {
      <sala-both-languages
        [where]="where()"
        [label]="say(field().label)"
        [hint]="hint()"
        [rows]="field().rows ?? 1"
        [isRich]="field().isRich ?? false"
      />
    }
    @if (field().isOptional) {
      <button type="button" class="link" [disabled]="!desk.mayEdit()" (click)="toggle()">
        <sala-edit-icon [name]="isThere() ? 'remove' : 'plus'" />{{
          isThere() ? say(words.leaveOut) : say(words.putIn, { what: field().label })
        }}
      </button>
    }
  `,
})
export class TextField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly field = input.required<FieldOf<'text'>>();
  readonly path = input.required<Path>();
  protected readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly isThere = computed(() => !this.field().isOptional || at(this.desk.document(), this.where()) !== undefined);
  protected readonly hint = computed(() => {
    const { hint } = this.field();
    return hint && this.say(hint);
  });

  protected toggle(): void {
    this.desk.edit({ do: 'put', path: this.where(), value: this.isThere() ? undefined : { km: '', en: '' } });
  }
}

/** A list of words in both languages, one after the other. */
@Component({
  selector: 'sala-texts-field',
  imports: [BothLanguages, EditIcon, MemberDeeds],
  template: `
    <div class="members" role="group" [attr.aria-label]="say(field().label)">
      <p class="strong">{{ say(field().label) }}</p>
      @for (place of places(); track place) {
        <div class="row member-line">
          <sala-both-languages class="rest" [where]="place" [label]="say(words.oneThing, { n: $index + 1 })" />
          <sala-member-deeds [path]="place" [isFirst]="$first" [isLast]="$last" [canRemove]="places().length > field().least" />
        </div>
      }
      @if (places().length < field().most) {
        <button type="button" class="tile small-tile" [disabled]="!desk.mayEdit()" (click)="add()">
          <sala-edit-icon name="plus" />{{ say(field().add) }}
        </button>
      }
    </div>
  `,
})
export class TextsField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly field = input.required<FieldOf<'texts'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  private readonly count = computed(() => listAt(this.desk.document(), this.where()).length);
  protected readonly places = computed(() => Array.from({ length: this.count() }, (_, index): Path => [...this.where(), index]));

  protected add(): void {
    this.desk.edit({ do: 'insert', list: this.where(), at: this.count(), value: { km: '', en: '' } });
  }
}
