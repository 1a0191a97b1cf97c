import { Component, inject, input, output } from '@angular/core';
import type { Condition, Value } from '@sala/domain/practice';
import { Wording, type Message } from '@sala/web/ui';
import { removed, replaced } from './lists.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages as words } from './practice-messages.js';
import { ValueField } from './value-field.js';

const KINDS: Record<Condition['is'], Message> = {
  on: words.isOpen,
  equal: words.remembersThat,
  'same-text': words.wasTyped,
  not: words.isNot,
  all: words.allOf,
  any: words.anyOf,
};

/** A condition in words; conditions that hold others show them below, indented. */
@Component({
  selector: 'sala-condition-form',
  imports: [ValueField],
  host: { class: 'condition' },
  template: `
    <label class="field">
      <span>{{ say(label()) }}</span>
      <select #kind (change)="choose(kind.value)">
        @for (one of possible(); track one) {
          <option [value]="one" [selected]="one === condition().is">{{ say(kinds[one]) }}</option>
        }
      </select>
    </label>
    @if (asOn(); as on) {
      <label class="field">
        <span class="unseen">{{ say(words.which) }}</span>
        <select #screen (change)="changed.emit({ is: 'on', screen: screen.value })">
          @if (!known(on.screen)) {
            <option value="" selected>?</option>
          }
          @for (one of desk.screens(); track one.id) {
            <option [value]="one.id" [selected]="one.id === on.screen">{{ one.name }}</option>
          }
        </select>
      </label>
    } @else if (asEqual(); as equal) {
      <label class="field">
        <span class="unseen">{{ say(words.which) }}</span>
        <select #variable (change)="changed.emit({ is: 'equal', variable: variable.value, value: valueOf(variable.value) })">
          @for (one of desk.variables(); track one.name) {
            <option [value]="one.name" [selected]="one.name === equal.variable">{{ one.name }}</option>
          }
        </select>
      </label>
      <sala-value-field [value]="equal.value" (changed)="changed.emit({ is: 'equal', variable: equal.variable, value: $event })" />
    } @else if (asTyped(); as typed) {
      <label class="field">
        <span class="unseen">{{ say(words.which) }}</span>
        <select #variable (change)="changed.emit({ is: 'same-text', variable: variable.value, text: typed.text })">
          @for (name of desk.words(); track name) {
            <option [value]="name" [selected]="name === typed.variable">{{ name }}</option>
          }
        </select>
      </label>
      <sala-value-field [value]="typed.text" (changed)="typedText(typed.variable, $event)" />
    } @else {
      @for (inner of inside(); track $index; let index = $index) {
        <div class="inside">
          <sala-condition-form [condition]="inner" (changed)="put(index, $event)" />
          @if (inside().length > 1) {
            <button type="button" class="small-button care" (click)="drop(index)">{{ say(words.remove) }}</button>
          }
        </div>
      }
      @if (condition().is !== 'not' && inside().length < 8) {
        <button type="button" class="small-button" (click)="add()">{{ say(words.addCondition) }}</button>
      }
    }
  `,
})
export class ConditionForm {
  protected readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = words;
  protected readonly kinds = KINDS;
  readonly label = input<Message>(words.condition);
  readonly condition = input.required<Condition>();
  readonly changed = output<Condition>();

  protected possible(): Condition['is'][] {
    return (Object.keys(KINDS) as Condition['is'][]).filter(
      (kind) =>
        kind === this.condition().is ||
        (kind === 'equal' ? this.desk.variables().length > 0 : kind === 'same-text' ? this.desk.words().length > 0 : true),
    );
  }

  protected asOn(): { screen: string } | undefined {
    const condition = this.condition();
    return condition.is === 'on' ? condition : undefined;
  }

  protected asEqual(): { variable: string; value: Value } | undefined {
    const condition = this.condition();
    return condition.is === 'equal' ? condition : undefined;
  }

  protected asTyped(): { variable: string; text: string } | undefined {
    const condition = this.condition();
    return condition.is === 'same-text' ? condition : undefined;
  }

  protected inside(): Condition[] {
    const condition = this.condition();
    if (condition.is === 'not') return [condition.of];
    return condition.is === 'all' || condition.is === 'any' ? condition.of : [];
  }

  protected known(screen: string): boolean {
    return screen in this.desk.practice().screens;
  }

  protected valueOf(variable: string): Value {
    const value = this.desk.practice().variables[variable] ?? '';
    return typeof value === 'boolean' ? true : value;
  }

  protected typedText(variable: string, value: Value): void {
    this.changed.emit({ is: 'same-text', variable, text: String(value) });
  }

  protected choose(kind: string): void {
    const [inner = this.plain()] = this.inside();
    const [name = ''] = kind === 'same-text' ? this.desk.words() : this.desk.variables().map((variable) => variable.name);
    if (kind === 'on') this.changed.emit(this.plain());
    if (kind === 'equal') this.changed.emit({ is: 'equal', variable: name, value: this.valueOf(name) });
    if (kind === 'same-text') this.changed.emit({ is: 'same-text', variable: name, text: '…' });
    if (kind === 'not') this.changed.emit({ is: 'not', of: this.isPlain() ? this.condition() : inner });
    if (kind === 'all' || kind === 'any') this.changed.emit({ is: kind, of: this.isPlain() ? [this.condition()] : this.inside() });
  }

  protected put(index: number, inner: Condition): void {
    this.hold(replaced(this.inside(), index, inner));
  }

  protected drop(index: number): void {
    this.hold(removed(this.inside(), index));
  }

  protected add(): void {
    this.hold([...this.inside(), this.plain()]);
  }

  private hold(of: Condition[]): void {
    const { is } = this.condition();
    const [first] = of;
    if (is === 'not' && first) this.changed.emit({ is, of: first });
    if (is === 'all' || is === 'any') this.changed.emit({ is, of });
  }

  private isPlain(): boolean {
    return this.inside().length === 0;
  }

  private plain(): Condition {
    return { is: 'on', screen: this.desk.practice().start };
  }
}
