import { afterNextRender, Component, ElementRef, inject, input, resource, signal, viewChild } from '@angular/core';
import { Icon, Listen, Wording } from '@sala/web/ui';
import { DEEDS } from '../deeds.js';
import { messages } from '../messages.js';
import { practiceMessages } from '../practice/messages.js';
import { SoundButton } from '../sound-button.js';

/** What a glossary word means, over the card in which it was tapped. */
@Component({
  selector: 'sala-term-sheet',
  imports: [Icon, Listen, SoundButton],
  template: `
    <dialog #dialog class="term-sheet" [attr.aria-label]="shown()" (close)="closed()()">
      @if (entry.value(); as found) {
        <div class="row middle">
          @if (found.sound; as file) {
            <sala-sound [file]="file" />
          } @else {
            <sala-listen [text]="found.label" language="en" />
          }
          <p class="strong rest" lang="en">{{ found.label }}</p>
        </div>
        <div class="row middle">
          <sala-listen [text]="say(found.meaning)" />
          <p class="rest">{{ say(found.meaning) }}</p>
        </div>
        <button type="button" class="tile" [attr.aria-disabled]="kept()" (click)="keep(found.label)">
          <sala-icon name="book" />{{ say(kept() ? keepWords.kept : keepWords.keepWord) }}
        </button>
      } @else if (!entry.isLoading()) {
        <p>{{ say(words.notHere) }}</p>
      }
      <button type="button" class="button" (click)="dialog.close()"><sala-icon name="close" />{{ say(words.close) }}</button>
    </dialog>
  `,
})
export class TermSheet {
  private readonly deeds = inject(DEEDS);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly keepWords = practiceMessages;
  /** The id of the word in the course's glossary. */
  readonly term = input.required<string>();
  /** The word as it stands in the text. */
  readonly shown = input.required<string>();
  readonly closed = input.required<() => void>();
  protected readonly kept = signal(false);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly entry = resource({ params: () => this.term(), loader: ({ params }) => this.deeds.term(params) });

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected async keep(label: string): Promise<void> {
    await this.deeds.wordKept(label);
    this.kept.set(true);
  }
}
