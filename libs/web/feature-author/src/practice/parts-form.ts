import { Component, inject, input, output } from '@angular/core';
import type { Condition, Target } from '@sala/domain/practice';
import { newTarget } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { ConditionForm } from './condition-form.js';
import { moved, removed, replaced, without } from './lists.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { RowButtons } from './row-buttons.js';
import { TargetForm } from './target-form.js';
import type { PartSpec, RowsSpec } from './widget-parts.js';

/** A part of a widget by its keys; which keys it has is told by the table of parts, and by the schema when it is checked. */
export type Parts = Readonly<Record<string, unknown>>;

/** The form of a widget, or of a row in one, drawn from the table of its parts. */
@Component({
  selector: 'sala-parts-form',
  imports: [ConditionForm, RowButtons, TargetForm],
  templateUrl: './parts-form.html',
  host: { class: 'stack tight' },
})
export class PartsForm {
  protected readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly specs = input.required<readonly PartSpec[]>();
  readonly value = input.required<Parts>();
  readonly changed = output<Parts>();

  protected textAt(key: string): string {
    return String(this.value()[key] ?? '');
  }

  protected targetAt(key: string): Target | undefined {
    return this.value()[key] as Target | undefined;
  }

  protected targetsAt(key: string): readonly Target[] {
    return (this.value()[key] ?? []) as readonly Target[];
  }

  protected rowsAt(key: string): readonly Parts[] {
    return (this.value()[key] ?? []) as readonly Parts[];
  }

  protected put(key: string, value: unknown): void {
    const isGone = value === undefined || (Array.isArray(value) && value.length === 0);
    this.changed.emit(isGone ? without(this.value(), key) : { ...this.value(), [key]: value });
  }

  protected write(spec: { key: string; optional?: true }, text: string): void {
    this.put(spec.key, spec.optional && text === '' ? undefined : text);
  }

  protected allow(key: string, on: boolean): void {
    this.put(key, on ? newTarget(this.desk.practice()) : undefined);
  }

  protected putTarget(key: string, index: number, target: Target): void {
    this.put(key, replaced(this.targetsAt(key), index, target));
  }

  protected addTarget(key: string): void {
    this.put(key, [...this.targetsAt(key), newTarget(this.desk.practice())]);
  }

  protected dropTarget(key: string, index: number): void {
    this.put(key, removed(this.targetsAt(key), index));
  }

  protected moveTarget(key: string, index: number, by: -1 | 1): void {
    this.put(key, moved(this.targetsAt(key), index, by));
  }

  protected putRow(key: string, index: number, row: Parts): void {
    this.put(key, replaced(this.rowsAt(key), index, row));
  }

  protected addRow({ key, blank }: RowsSpec): void {
    const row =
      blank === 'target'
        ? { target: newTarget(this.desk.practice()) }
        : Object.fromEntries(blank.map((one): [string, string] => [one, '…']));
    this.put(key, [...this.rowsAt(key), row]);
  }

  protected dropRow(key: string, index: number): void {
    this.put(key, removed(this.rowsAt(key), index));
  }

  protected moveRow(key: string, index: number, by: -1 | 1): void {
    this.put(key, moved(this.rowsAt(key), index, by));
  }

  /** A condition to begin with, and the way back to none. */
  protected whenRow(key: string, index: number, on: boolean): void {
    const row = this.rowsAt(key)[index] ?? {};
    this.putRow(key, index, on ? { ...row, when: { is: 'on', screen: this.desk.practice().start } } : without(row, 'when'));
  }

  protected whenOf(row: Parts): Condition | undefined {
    return row['when'] as Condition | undefined;
  }

  protected rowName(row: Parts): string {
    const target = row['target'] as Target | undefined;
    return target?.label ?? String(row['name'] ?? row['text'] ?? '');
  }

  protected targetOfRow(row: Parts): string | undefined {
    return (row['target'] as Target | undefined)?.id;
  }

  protected withWhen(row: Parts, when: Condition): Parts {
    return { ...row, when };
  }
}
