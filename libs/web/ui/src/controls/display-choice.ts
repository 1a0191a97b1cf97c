import { Component, inject } from '@angular/core';
import { Display, TEXT_SIZES } from '../display/display.js';
import { messages } from '../messages.js';
import { Wording } from '../words/wording.js';

/** The two languages, each written in itself. */
@Component({
  selector: 'sala-language-choice',
  template: `
    <fieldset>
      <legend class="strong">{{ say(words.language) }}</legend>
      <div class="tiles">
        @for (language of languages; track language.id) {
          <label class="choice" [attr.lang]="language.id">
            <input
              type="radio"
              name="language"
              [checked]="display.language() === language.id"
              (change)="display.language.set(language.id)"
            />{{ language.name }}
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class LanguageChoice {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly display = inject(Display);
  protected readonly languages = [
    { id: 'km', name: messages.khmer.km },
    { id: 'en', name: messages.english.en },
  ] as const;
}

/** Three lines of three sizes: the learner taps the one that reads well. */
@Component({
  selector: 'sala-text-size-choice',
  template: `
    <fieldset>
      <legend class="strong">{{ say(words.chooseLine) }}</legend>
      <div class="options">
        @for (size of sizes; track size) {
          <label class="choice read-line" [class]="size">
            <input type="radio" name="text-size" [checked]="display.text() === size" (change)="display.text.set(size)" />{{
              say(words.readable)
            }}
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class TextSizeChoice {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly display = inject(Display);
  protected readonly sizes = TEXT_SIZES;
}
