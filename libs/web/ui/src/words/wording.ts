import { inject, Injectable } from '@angular/core';
import { khmerDigits, softenKhmer } from '@sala/domain/khmer';
import { Display, type DisplayLanguage } from '../display/display.js';
import type { Message, Parameter, ParametersOf } from './message.js';

/** Says messages in the learner's language; inside a template the view follows when the language changes. */
@Injectable({ providedIn: 'root' })
export class Wording {
  private readonly display = inject(Display);
  private readonly softened = new Map<string, string>();

  /** The message in the present language, with its parameters filled in and, in Khmer, safe line ends. */
  readonly say = <M extends Message>(message: M, ...[parameters]: ParametersOf<M>): string => {
    const language = this.display.language();
    const text = fill(message[language], parameters, language);
    return language === 'km' ? this.soften(text) : text;
  };

  /** A name or title that is Khmer whatever the language, with safe line ends. */
  readonly soften = (text: string): string => {
    const known = this.softened.get(text);
    if (known !== undefined) return known;
    const soft = softenKhmer(text);
    this.softened.set(text, soft);
    return soft;
  };
}

function fill(text: string, parameters: Record<string, Parameter> | undefined, language: DisplayLanguage): string {
  if (parameters === undefined) return text;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => show(parameters[name] ?? '', language));
}

function show(value: Parameter, language: DisplayLanguage): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return value[language];
  return language === 'km' ? khmerDigits(value) : String(value);
}
