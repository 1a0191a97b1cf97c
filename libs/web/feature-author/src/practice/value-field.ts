import { Component, inject, input, output } from '@angular/core';
import type { Value } from '@sala/domain/practice';
import { Wording } from '@sala/web/ui';
import { practiceEditorMessages } from './practice-messages.js';

/** What the phone remembers of one thing: on or off, a number, or words. It stays of the kind that it is. */
@Component({
  selector: 'sala-value-field',
  template: `
    @if (isSwitch()) {
      <label class="field">
        <span [class.unseen]="!label()">{{ label() || say(words.value) }}</span>
        <select #choice (change)="changed.emit(choice.value === 'on')">
          <option value="on" [selected]="value() === true">{{ say(words.on) }}</option>
          <option value="off" [selected]="value() === false">{{ say(words.off) }}</option>
        </select>
      </label>
    } @else {
      <label class="field">
        <span [class.unseen]="!label()">{{ label() || say(words.value) }}</span>
        <input #field type="text" autocomplete="off" [value]="value()" (input)="write(field.value)" />
      </label>
    }
  `,
})
export class ValueField {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly value = input.required<Value>();
  readonly label = input('');
  readonly changed = output<Value>();

  protected isSwitch(): boolean {
    return typeof this.value() === 'boolean';
  }

  protected write(text: string): void {
    const number = Number(text);
    this.changed.emit(typeof this.value() === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text);
  }
}
