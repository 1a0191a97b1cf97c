import { Component, computed, inject, input, output } from '@angular/core';
import type { Text } from '@sala/domain/content';
import { canonicalKhmer, LANGUAGES, type Language } from '@sala/domain/khmer';
import { Wording, type Message } from '@sala/web/ui';
import { practiceEditorMessages } from './practice-messages.js';

const NOTHING: Text = { km: '', en: '' };

/** A text in both languages, side by side. When both are emptied, there is none. */
@Component({
  selector: 'sala-both-field',
  host: { class: 'both-field' },
  template: `
    @for (language of languages; track language) {
      <label class="field">
        <span>{{ say(words.inLanguage, { what: label(), language: names[language] }) }}</span>
        <textarea
          #field
          rows="2"
          [lang]="language"
          [value]="shown()[language]"
          (input)="write(language, field.value)"
          (change)="write(language, tidy(language, field.value))"
        ></textarea>
      </label>
    }
  `,
})
export class BothField {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly languages = LANGUAGES;
  protected readonly names = { km: practiceEditorMessages.khmer, en: practiceEditorMessages.english } as const;
  readonly label = input.required<Message>();
  readonly text = input<Text>();
  readonly changed = output<Text | undefined>();
  protected readonly shown = computed(() => this.text() ?? NOTHING);

  protected write(language: Language, value: string): void {
    const text = { ...this.shown(), [language]: value };
    if (text.km !== this.shown().km || text.en !== this.shown().en) this.changed.emit(text.km === '' && text.en === '' ? undefined : text);
  }

  /** Khmer as it is kept: marks in canonical order, nothing around it. */
  protected tidy(language: Language, value: string): string {
    return language === 'km' ? canonicalKhmer(value.trim()) : value.trim();
  }
}
