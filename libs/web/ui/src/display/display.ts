import { DOCUMENT, effect, inject, Injectable, signal, type WritableSignal } from '@angular/core';

/** The languages of the app. */
export const DISPLAY_LANGUAGES = ['km', 'en'] as const;
/** A language of the app. */
export type DisplayLanguage = (typeof DISPLAY_LANGUAGES)[number];
/** The text sizes: 100, 125 and 150 % of what the phone is set to. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
/** A text size. */
export type TextSize = (typeof TEXT_SIZES)[number];
/** Light is the start, for the sun; dark for the evening. */
export const THEMES = ['light', 'dark'] as const;
/** A colour theme. */
export type Theme = (typeof THEMES)[number];

/** How this phone shows Sala: language, text size and theme, kept across starts and put on the document before the first page. */
@Injectable({ providedIn: 'root' })
export class Display {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly language = kept('language', DISPLAY_LANGUAGES);
  readonly text = kept('text', TEXT_SIZES);
  readonly theme = kept('theme', THEMES);
  /** Whether a short tone tells that the way to the server has changed. */
  readonly sounds = kept('sounds', ['off', 'on'] as const);
  /** Whether somebody has chosen on this phone; the first start asks. */
  readonly chosen = kept('chosen', ['no', 'yes'] as const);

  constructor() {
    effect(() => this.show());
  }

  private show(): void {
    this.root.lang = this.language();
    this.root.dataset['text'] = this.text();
    this.root.dataset['theme'] = this.theme();
    for (const [name, value] of Object.entries({
      language: this.language(),
      text: this.text(),
      theme: this.theme(),
      sounds: this.sounds(),
      chosen: this.chosen(),
    }))
      keep(name, value);
  }
}

/** A signal that begins with the kept value when it is one of the known, else with the first. */
function kept<const T extends readonly [string, ...string[]]>(name: string, values: T): WritableSignal<T[number]> {
  const stored = recall(name);
  return signal<T[number]>(values.find((value) => value === stored) ?? values[0]);
}

// A browser may forbid the store altogether; then the choice lasts as long as the page.
function recall(name: string): string | null {
  try {
    return localStorage.getItem(`sala.${name}`);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`sala.${name}`, value);
  } catch {
    return;
  }
}
