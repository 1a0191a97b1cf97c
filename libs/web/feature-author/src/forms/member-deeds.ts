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
    <button type="button" class="tile small-tile" [disabled]="isFirst() || !desk.mayEdit()" (click)="move(-1)">
      <sala-edit-icon name="up" />{{ say(words.up) }}
    </button>
    <button type="button" class="tile small-tile" [disabled]="isLast() || !desk.mayEdit()" (click)="move(1)">
      <sala-edit-icon name="down" />{{ say(words.down) }}
    </button>
    <button type="button" class="tile small-tile" [disabled]="!canRemove() || !desk.mayEdit()" (click)="remove()">
      <sala-edit-icon name="remove" />{{ say(words.remove) }}
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
