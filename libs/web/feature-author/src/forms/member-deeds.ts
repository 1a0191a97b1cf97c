import { Component, inject, input } from '@angular/core';
import type { Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { EditIcon } from '../edit/edit-icon.js';
import { formMessages } from './form-messages.js';

/** Moves a member of a list up or down, or takes it away. */
@Component({
  selector: 'sala-member-deeds',
  imports: [EditIcon],
  host: { class: 'member-deeds' },
  template: `
    <button type="button" class="round" [disabled]="isFirst() || !desk.mayEdit()" [attr.aria-label]="say(words.up)" (click)="move(-1)">
      <sala-edit-icon name="up" />
    </button>
    <button type="button" class="round" [disabled]="isLast() || !desk.mayEdit()" [attr.aria-label]="say(words.down)" (click)="move(1)">
      <sala-edit-icon name="down" />
    </button>
    <button
      type="button"
      class="round"
      [disabled]="!canRemove() || !desk.mayEdit()"
      [attr.aria-label]="say(words.remove)"
      (click)="remove()"
    >
      <sala-edit-icon name="remove" />
    </button>
  `,
})
export class MemberDeeds {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly path = input.required<Path>();
  readonly isFirst = input(false);
  readonly isLast = input(false);
  readonly canRemove = input(true);

  protected move(by: number): void {
    this.desk.edit({ do: 'move', path: this.path(), by });
  }

  protected remove(): void {
    this.desk.edit({ do: 'remove', path: this.path() });
  }
}
