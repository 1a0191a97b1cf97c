import { Component, inject, input, output } from '@angular/core';
import type { Effect, Value } from '@sala/domain/practice';
import { Wording, type Message } from '@sala/web/ui';
import { removed, replaced } from './lists.js';
import { PracticeDesk, type Named } from './practice-desk.js';
import { practiceEditorMessages as words } from './practice-messages.js';
import { ValueField } from './value-field.js';

const DEEDS: Record<Effect['do'], Message> = { go: words.go, set: words.set, toggle: words.toggleIt, start: words.start, stop: words.stop };

/** What a tap or a happening does, one line after the other. */
@Component({
  selector: 'sala-effects-form',
  imports: [ValueField],
  host: { class: 'stack tight' },
  template: `
    <p class="strong">{{ say(label()) }}</p>
    @for (effect of effects(); track $index; let index = $index) {
      <div class="effect">
        <label class="field">
          <span class="unseen">{{ say(words.effect) }}</span>
          <select #deed [value]="effect.do" (change)="choose(index, deed.value)">
            @for (one of possible(); track one) {
              <option [value]="one" [selected]="one === effect.do">{{ say(deeds[one]) }}</option>
            }
          </select>
        </label>
        <label class="field">
          <span class="unseen">{{ say(words.which) }}</span>
          <select #which [value]="nameIn(effect)" (change)="name(index, effect, which.value)">
            @if (!isKnown(effect)) {
              <option value="" selected>?</option>
            }
            @for (one of namesFor(effect.do); track one.id) {
              <option [value]="one.id" [selected]="one.id === nameIn(effect)">{{ one.name }}</option>
            }
          </select>
        </label>
        @if (effect.do === 'set') {
          <sala-value-field [value]="effect.value" (changed)="setValue(index, effect.variable, $event)" />
        }
        <button type="button" class="small-button care" [attr.aria-label]="say(words.remove)" (click)="changed.emit(drop(index))">
          {{ say(words.remove) }}
        </button>
      </div>
    } @empty {
      <p class="small">{{ say(words.nothingYet) }}</p>
    }
    @if (effects().length < 8) {
      <button type="button" class="small-button" (click)="add()">{{ say(words.add) }}: {{ say(words.effect) }}</button>
    }
  `,
})
export class EffectsForm {
  private readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = words;
  protected readonly deeds = DEEDS;
  readonly label = input<Message>(words.effects);
  readonly effects = input.required<readonly Effect[]>();
  readonly changed = output<Effect[]>();

  /** What this practice has anything for: without a switch nothing can be switched. */
  protected possible(): Effect['do'][] {
    const used = new Set(this.effects().map((effect) => effect.do));
    return (Object.keys(DEEDS) as Effect['do'][]).filter((deed) => used.has(deed) || this.namesFor(deed).length > 0);
  }

  protected namesFor(deed: Effect['do']): Named[] {
    const own = (names: readonly string[]): Named[] => names.map((name) => ({ id: name, name }));
    switch (deed) {
      case 'go':
        return this.desk.screens();
      case 'set':
        return own(this.desk.variables().map(({ name }) => name));
      case 'toggle':
        return own(this.desk.switches());
      case 'start':
      case 'stop':
        return this.desk.happenings();
    }
  }

  protected nameIn(effect: Effect): string {
    return effect.do === 'go' ? effect.screen : effect.do === 'start' || effect.do === 'stop' ? effect.event : effect.variable;
  }

  protected isKnown(effect: Effect): boolean {
    return this.namesFor(effect.do).some(({ id }) => id === this.nameIn(effect));
  }

  protected choose(index: number, chosen: string): void {
    const deed = (Object.keys(DEEDS) as Effect['do'][]).find((one) => one === chosen);
    if (deed) this.changed.emit(replaced(this.effects(), index, this.begun(deed)));
  }

  protected name(index: number, { do: deed }: Effect, id: string): void {
    this.changed.emit(replaced(this.effects(), index, this.begun(deed, id)));
  }

  protected setValue(index: number, variable: string, value: Value): void {
    this.changed.emit(replaced(this.effects(), index, { do: 'set', variable, value }));
  }

  protected drop(index: number): Effect[] {
    return removed(this.effects(), index);
  }

  protected add(): void {
    this.changed.emit([...this.effects(), this.begun('go')]);
  }

  private begun(deed: Effect['do'], id = this.namesFor(deed)[0]?.id ?? ''): Effect {
    switch (deed) {
      case 'go':
        return { do: deed, screen: id };
      case 'toggle':
        return { do: deed, variable: id };
      case 'start':
      case 'stop':
        return { do: deed, event: id };
      case 'set':
        return { do: deed, variable: id, value: typeof this.desk.practice().variables[id] === 'boolean' ? true : '' };
    }
  }
}
