import { Component, computed, inject, input, signal } from '@angular/core';
import { LANGUAGES, type Language } from '@sala/domain/content';
import { at, isPart, isText, olderLanguage, pathName, type Path } from '@sala/domain/editing';
import { canonicalKhmer } from '@sala/domain/khmer';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { formMessages } from './form-messages.js';

const EMPTY = { km: '', en: '' };
/** Invisible joints that come along when words are pasted; Sala puts its own where a line may end. */
const JOINTS = /[\u200b-\u200d\u2060\ufeff]/g;

/** Words in Khmer and English side by side, with a mark on the one that is older than the other. */
@Component({
  selector: 'sala-both-languages',
  template: `
    <fieldset class="both" [disabled]="!desk.mayEdit()">
      <legend>{{ label() }}</legend>
      @if (hint(); as hint) {
        <p class="small whole">{{ hint }}</p>
      }
      @for (language of languages; track language) {
        <label class="half" [class.older]="older() === language">
          <span class="small">{{ say(names[language]) }}</span>
          <textarea
            #box
            [lang]="language"
            [rows]="rows()"
            [value]="text()[language]"
            (focus)="last.set(box)"
            (input)="write(language, box.value)"
            (blur)="tidy(language, box.value)"
          ></textarea>
          @if (isMissing(language)) {
            <span class="mark">{{ say(words.missing) }}</span>
          }
        </label>
      }
      @if (isRich() && terms().length > 0) {
        <label class="whole row wrap middle">
          <span class="small">{{ say(words.insertWord) }}</span>
          <select #word class="small-select" (change)="insert(word)">
            <option value=""></option>
            @for (term of terms(); track term.id) {
              <option [value]="term.id">{{ term.label }}</option>
            }
          </select>
        </label>
      }
      @if (older(); as language) {
        <p class="mark" [class.below-last]="language === 'en'">
          {{ say(language === 'km' ? words.olderKm : words.olderEn) }}
          <button type="button" class="link" (click)="agree()">{{ say(words.saysTheSame) }}</button>
        </p>
      }
    </fieldset>
  `,
})
export class BothLanguages {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  protected readonly languages = LANGUAGES;
  protected readonly names = { km: formMessages.khmer, en: formMessages.english };
  readonly where = input.required<Path>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly rows = input(1);
  /** Whether the text may hold words of the glossary. */
  readonly isRich = input(false);
  protected readonly last = signal<HTMLTextAreaElement | undefined>(undefined);

  protected readonly text = computed(() => {
    const found = at(this.desk.document(), this.where());
    return isText(found) ? found : EMPTY;
  });
  protected readonly older = computed(() => olderLanguage(this.text(), this.desk.translated()[pathName(this.where())]));

  protected isMissing(language: Language): boolean {
    const text = this.text();
    return text[language].trim() === '' && text[language === 'km' ? 'en' : 'km'].trim() !== '';
  }

  protected write(language: Language, words: string): void {
    this.desk.edit({ do: 'write', path: this.where(), language, words }, `${pathName(this.where())} ${language}`);
  }

  /** What is written in another order of signs looks the same and is not found by a search: it is put in order when one leaves the field. */
  protected tidy(language: Language, words: string): void {
    const plain = words.replace(JOINTS, '');
    const tidied = language === 'km' ? canonicalKhmer(plain) : plain;
    if (tidied !== words) this.write(language, tidied);
  }

  /** The words of the glossary, to be put into a text by a tap. */
  protected readonly terms = computed(() => {
    const glossary = this.isRich() ? at(this.desk.document(), ['glossary']) : undefined;
    const label = (entry: unknown): string => (isPart(entry) ? String(entry['label'] ?? '') : '');
    return isPart(glossary) ? Object.entries(glossary).map(([id, entry]) => ({ id, label: label(entry) })) : [];
  });

  /** Puts a word of the glossary where one wrote last, with what was marked there as its words. */
  protected insert(choice: HTMLSelectElement): void {
    const term = this.terms().find(({ id }) => id === choice.value);
    const box = this.last();
    choice.value = '';
    if (!term || !box) return;
    const marked = box.value.slice(box.selectionStart, box.selectionEnd) || term.label;
    box.setRangeText(`[${marked}|${term.id}]`, box.selectionStart, box.selectionEnd, 'end');
    this.write(box.lang === 'en' ? 'en' : 'km', box.value);
    box.focus();
  }

  protected agree(): void {
    this.desk.edit({ do: 'agree', path: this.where() });
  }
}
