import { Component, inject, input, output } from '@angular/core';
import type { Target } from '@sala/domain/practice';
import type { Text } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';
import { BothField } from './both-field.js';
import { EffectsForm } from './effects-form.js';
import { without } from './lists.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';

/** Something to tap: its English word, what that means, what the tap does, and what is said when it was the wrong one. */
@Component({
  selector: 'sala-target-form',
  imports: [BothField, EffectsForm],
  host: { class: 'stack tight' },
  template: `
    <label class="field">
      <span>{{ say(words.label) }}</span>
      <input
        #label
        type="text"
        maxlength="60"
        autocomplete="off"
        [value]="target().label"
        [attr.data-edits]="target().id"
        (input)="changed.emit(with({ label: label.value }))"
      />
    </label>
    <sala-both-field [label]="words.meaning" [text]="target().meaning" (changed)="optional('meaning', $event)" />
    @if (writes()) {
      <label class="field">
        <span>{{ say(words.types) }}</span>
        <select #types (change)="changed.emit(with({ types: types.value }))">
          @for (name of desk.words(); track name) {
            <option [value]="name" [selected]="name === target().types">{{ name }}</option>
          }
        </select>
      </label>
    }
    <sala-effects-form [effects]="target().effects" (changed)="changed.emit(with({ effects: $event }))" />
    <details>
      <summary>{{ say(words.help) }}</summary>
      <sala-both-field [label]="words.help" [text]="target().help" (changed)="optional('help', $event)" />
    </details>
  `,
})
export class TargetForm {
  protected readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly target = input.required<Target>();
  /** Whether something is typed into it. */
  readonly writes = input(false);
  readonly changed = output<Target>();

  protected with(part: Partial<Target>): Target {
    return { ...this.target(), ...part };
  }

  protected optional(key: 'meaning' | 'help', text: Text | undefined): void {
    this.changed.emit(text === undefined ? without(this.target(), key) : this.with({ [key]: text }));
  }
}
