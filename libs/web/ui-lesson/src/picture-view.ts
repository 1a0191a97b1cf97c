import { Component, ElementRef, inject, input, resource, viewChild } from '@angular/core';
import type { Picture } from '@sala/domain/content';
import { Icon, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { PICTURES } from './pictures.js';

/** A picture that a tap makes larger; until it is here its words stand in its place. */
@Component({
  selector: 'sala-picture',
  imports: [Icon],
  template: `
    @if (address.value(); as source) {
      <button type="button" class="picture" (click)="enlarged().nativeElement.showModal()">
        <img [src]="source" [alt]="say(picture().alt)" />
        <span class="enlarge"><sala-icon name="enlarge" />{{ say(words.enlarge) }}</span>
      </button>
      <dialog #large class="enlarged" [attr.aria-label]="say(picture().alt)">
        <div class="zoomed" tabindex="0"><img [src]="source" [alt]="say(picture().alt)" /></div>
        <p>{{ say(picture().alt) }}</p>
        <button type="button" class="button" (click)="large.close()"><sala-icon name="close" />{{ say(words.close) }}</button>
      </dialog>
    } @else {
      <p class="picture empty small">{{ say(picture().alt) }}</p>
    }
  `,
})
export class PictureView {
  private readonly pictures = inject(PICTURES);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly picture = input.required<Picture>();
  protected readonly enlarged = viewChild.required<ElementRef<HTMLDialogElement>>('large');
  protected readonly address = resource({ params: () => this.picture().file, loader: ({ params }) => this.pictures.addressOf(params) });
}
