import { Component, inject, input, output } from '@angular/core';
import { Wording } from '@sala/web/ui';
import { practiceEditorMessages } from './practice-messages.js';

/** The buttons of a row in a list: up, down, copy, remove. Each names its row to those who can't see where it stands. */
@Component({
  selector: 'sala-row-buttons',
  host: { class: 'row-buttons' },
  template: `
    <button type="button" class="small-button" [disabled]="first()" [attr.aria-label]="named(words.up)" (click)="moved.emit(-1)">
      {{ say(words.up) }}
    </button>
    <button type="button" class="small-button" [disabled]="last()" [attr.aria-label]="named(words.down)" (click)="moved.emit(1)">
      {{ say(words.down) }}
    </button>
    @if (copies()) {
      <button type="button" class="small-button" [attr.aria-label]="named(words.copy)" (click)="copied.emit()">
        {{ say(words.copy) }}
      </button>
    }
    <button
      type="button"
      class="small-button care"
      [disabled]="!removes()"
      [attr.aria-label]="named(words.remove)"
      (click)="removed.emit()"
    >
      {{ say(words.remove) }}
    </button>
  `,
})
export class RowButtons {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly name = input.required<string>();
  readonly first = input(false);
  readonly last = input(false);
  readonly copies = input(false);
  readonly removes = input(true);
  readonly moved = output<-1 | 1>();
  readonly copied = output();
  readonly removed = output();

  protected named(deed: (typeof practiceEditorMessages)['up' | 'down' | 'copy' | 'remove']): string {
    return `${this.say(deed)}: ${this.name()}`;
  }
}
