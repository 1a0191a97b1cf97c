import { Component, inject, input } from '@angular/core';
import { Icon, uiMessages, Wording } from '@sala/web/ui';
import { laterMessages } from './later-messages.js';
import { messages } from './messages.js';
import { SECRET_PICTURES } from './picture-code.js';
import { SecretDrawing } from './secret-drawing.js';

/** The pad of a PIN with pictures in the place of the digits. The PIN stays the same four digits, so the server knows nothing of it. */
@Component({
  selector: 'sala-picture-pad',
  imports: [Icon, SecretDrawing],
  host: { class: 'grow' },
  template: `
    <div class="pad" role="group" [attr.aria-label]="say(words.picturePad)">
      @for (picture of pictures; track picture.digit) {
        @if (picture.digit === '0') {
          @if (forget(); as forget) {
            <button type="button" class="key word" (click)="forget()"><sala-icon name="lock" />{{ say(words.forgot) }}</button>
          } @else {
            <span></span>
          }
        }
        <button type="button" class="key" [attr.aria-label]="say(picture.name)" (click)="press()(picture.digit)">
          <sala-secret-drawing [picture]="picture" />
        </button>
      }
      <button type="button" class="key word" (click)="erase()()"><sala-icon name="erase" />{{ say(eraseWord) }}</button>
    </div>
  `,
})
export class PicturePad {
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...laterMessages };
  protected readonly eraseWord = uiMessages.erase;
  protected readonly pictures = SECRET_PICTURES;
  readonly press = input.required<(digit: string) => void>();
  readonly erase = input.required<() => void>();
  readonly forget = input<() => void>();
}
