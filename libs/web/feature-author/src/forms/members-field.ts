import { Component, computed, inject, input } from '@angular/core';
import { idOf, listAt, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { freshId } from '../desk/ids.js';
import { EditIcon } from '../edit/edit-icon.js';
import { wayTo, type FieldOf } from './field.js';
import { FormFields } from './form-fields.js';
import { MemberDeeds } from './member-deeds.js';

/** A list of parts, each with its own fields. */
@Component({
  selector: 'sala-members-field',
  imports: [EditIcon, FormFields, MemberDeeds],
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
