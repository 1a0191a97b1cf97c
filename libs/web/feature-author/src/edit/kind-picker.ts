import { Component, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Icon, Wording } from '@sala/web/ui';
import { EditIcon } from './edit-icon.js';
import { editMessages } from './edit-messages.js';
import type { ItemChoice, ItemList } from './item-kinds.js';
import { cardKinds, kindMessages, questionKinds } from './kind-messages.js';

/** What kind of card or question to add: each with its drawing and a sentence of what it is for. */
@Component({
  selector: 'sala-kind-picker',
  imports: [EditIcon, Icon],
  template: `
    <dialog #dialog class="picker" [attr.aria-label]="say(list() === 'cards' ? words.whichCard : words.whichQuestion)">
      <div class="row middle">
        <h2 class="rest">{{ say(list() === 'cards' ? words.whichCard : words.whichQuestion) }}</h2>
        <button type="button" class="round" [attr.aria-label]="say(words.close)" (click)="dialog.close()">
          <sala-icon name="close" />
        </button>
      </div>
      @if (list() === 'cards') {
        <div class="kinds">
          @for (kind of cards; track kind) {
            <button type="button" class="tile" (click)="pick({ card: kind })">
              <sala-edit-icon [name]="names.cards[kind].icon" />
              <span class="rest"
                ><strong class="block">{{ say(names.cards[kind].name) }}</strong
                ><span class="small block">{{ say(names.cards[kind].what) }}</span></span
              >
            </button>
          }
        </div>
        <h2>{{ say(words.whichQuestion) }}</h2>
      }
      <div class="kinds">
        @for (kind of questions; track kind) {
          <button type="button" class="tile" (click)="pick({ question: kind })">
            <sala-edit-icon [name]="names.questions[kind].icon" />
            <span class="rest"
              ><strong class="block">{{ say(names.questions[kind].name) }}</strong
              ><span class="small block">{{ say(names.questions[kind].what) }}</span></span
            >
          </button>
        }
      </div>
    </dialog>
  `,
})
export class KindPicker {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly names = kindMessages;
  protected readonly cards = cardKinds.filter((kind) => kind !== 'question');
  protected readonly questions = questionKinds;
  readonly list = input.required<ItemList>();
  readonly picked = output<ItemChoice>();

  /** Opens the choice over the page. */
  open(): void {
    this.dialog().nativeElement.showModal();
  }

  protected pick(choice: ItemChoice): void {
    this.dialog().nativeElement.close();
    this.picked.emit(choice);
  }
}
