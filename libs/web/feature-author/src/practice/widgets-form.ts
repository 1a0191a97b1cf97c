import { Component, inject, input, output, signal } from '@angular/core';
import { targetsOfWidget, type Condition, type Widget, type WidgetKind } from '@sala/domain/practice';
import { copiedWidget, newWidget, WIDGET_KINDS } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { ConditionForm } from './condition-form.js';
import { insertedAfter, moved, removed, replaced, without } from './lists.js';
import { PartsForm, type Parts } from './parts-form.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { RowButtons } from './row-buttons.js';
import { WIDGETS } from './widget-parts.js';

/** What stands on a screen, from top to bottom: each part opens to its form. */
@Component({
  selector: 'sala-widgets-form',
  imports: [ConditionForm, PartsForm, RowButtons],
  host: { class: 'stack tight' },
  template: `
    <h3>{{ say(words.widgets) }}</h3>
    @for (widget of widgets(); track $index; let index = $index; let first = $first; let last = $last) {
      <details class="inside part" [open]="opened() === index">
        <summary [attr.data-opens]="targetsOf(widget)">
          <span class="strong">{{ say(kinds[widget.kind].name) }}</span> {{ nameOf(widget) }}
        </summary>
        <sala-parts-form [specs]="kinds[widget.kind].parts" [value]="widget" (changed)="put(index, $event)" />
        <label class="choice plain">
          <input #when type="checkbox" [checked]="!!widget.when" (change)="showSometimes(index, widget, when.checked)" />{{
            say(words.sometimes)
          }}
        </label>
        @if (widget.when; as condition) {
          <sala-condition-form [condition]="condition" (changed)="put(index, withWhen(widget, $event))" />
        }
        <sala-row-buttons
          [name]="say(kinds[widget.kind].name)"
          [first]="first"
          [last]="last"
          [copies]="true"
          [removes]="widgets().length > least()"
          (moved)="changed.emit(move(index, $event))"
          (copied)="copy(index, widget)"
          (removed)="changed.emit(drop(index))"
        />
      </details>
    }
    @if (widgets().length < most()) {
      <form class="search-row" (submit)="add($event, kind.value)">
        <label class="field">
          <span>{{ say(words.whichWidget) }}</span>
          <select #kind>
            @for (one of all; track one) {
              <option [value]="one">{{ say(kinds[one].name) }}</option>
            }
          </select>
        </label>
        <button type="submit" class="button">{{ say(words.addWidget) }}</button>
      </form>
    }
  `,
})
export class WidgetsForm {
  private readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly kinds = WIDGETS;
  protected readonly all = WIDGET_KINDS;
  readonly widgets = input.required<readonly Widget[]>();
  readonly least = input(0);
  readonly most = input(16);
  readonly changed = output<Widget[]>();
  /** The part that was just added stands open. */
  protected readonly opened = signal<number | undefined>(undefined);

  protected targetsOf(widget: Widget): string {
    return targetsOfWidget(widget)
      .map(({ id }) => id)
      .join(' ');
  }

  protected nameOf(widget: Widget): string {
    if ('title' in widget) return widget.title;
    if ('text' in widget) return widget.text;
    return targetsOfWidget(widget)
      .map(({ label }) => label)
      .join(' · ');
  }

  /** The table of parts tells which keys a kind has; the schema and the checker read the result before it is published. */
  protected put(index: number, parts: Parts): void {
    const before = this.widgets()[index];
    const widget = parts as unknown as Widget;
    this.changed.emit(replaced(this.widgets(), index, switching(before, widget)));
  }

  protected withWhen(widget: Widget, when: Condition): Parts {
    return { ...widget, when };
  }

  protected showSometimes(index: number, widget: Widget, on: boolean): void {
    this.put(index, on ? this.withWhen(widget, { is: 'on', screen: this.desk.practice().start }) : without(widget, 'when'));
  }

  protected move(index: number, by: -1 | 1): Widget[] {
    this.opened.set(undefined);
    return moved(this.widgets(), index, by);
  }

  protected drop(index: number): Widget[] {
    this.opened.set(undefined);
    return removed(this.widgets(), index);
  }

  protected copy(index: number, widget: Widget): void {
    this.opened.set(index + 1);
    this.changed.emit(insertedAfter(this.widgets(), index, copiedWidget(this.desk.practice(), widget)));
  }

  protected add(event: Event, chosen: string): void {
    event.preventDefault();
    const kind = WIDGET_KINDS.find((one: WidgetKind) => one === chosen);
    if (!kind) return;
    this.opened.set(this.widgets().length);
    this.changed.emit([...this.widgets(), newWidget(this.desk.practice(), kind)]);
  }
}

/** A switch whose memory was changed switches the new one. */
function switching(before: Widget | undefined, widget: Widget): Widget {
  if (before?.kind !== 'toggle' || widget.kind !== 'toggle' || before.variable === widget.variable) return widget;
  const effects = widget.target.effects.map((effect) =>
    effect.do === 'toggle' && effect.variable === before.variable ? { ...effect, variable: widget.variable } : effect,
  );
  return { ...widget, target: { ...widget.target, effects } };
}
