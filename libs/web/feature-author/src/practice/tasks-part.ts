import { Component, computed, inject } from '@angular/core';
import type { Practice, Step } from '@sala/domain/practice';
import { freshName, goalAt } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { BothField } from './both-field.js';
import { ConditionForm } from './condition-form.js';
import { moved, removed, replaced, without } from './lists.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { RowButtons } from './row-buttons.js';
import { Trial } from './trial.js';

type Task = Practice['tasks'][number];
const MOST_TASKS = 12;

/** The tasks in their order: what is said, when one is done, and the way that is shown, which is recorded on the phone beside. */
@Component({
  selector: 'sala-tasks-part',
  imports: [BothField, ConditionForm, RowButtons],
  templateUrl: './tasks-part.html',
  host: { class: 'stack' },
})
export class TasksPart {
  protected readonly desk = inject(PracticeDesk);
  protected readonly trial = inject(Trial);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly tasks = computed(() => this.desk.practice().tasks);
  protected readonly shown = computed(() => {
    const { part, id } = this.desk.place();
    return part === 'task' ? id : (this.tasks()[0]?.id ?? '');
  });
  protected readonly mayAdd = computed(() => this.tasks().length < MOST_TASKS);

  protected put(index: number, part: Partial<Task>): void {
    const task = this.tasks()[index];
    if (task) this.all(replaced(this.tasks(), index, { ...task, ...part }));
  }

  protected putHint(index: number, hint: Task['hint']): void {
    const task = this.tasks()[index];
    if (task) this.all(replaced(this.tasks(), index, hint ? { ...task, hint } : without(task, 'hint')));
  }

  protected move(index: number, by: -1 | 1): void {
    this.all(moved(this.tasks(), index, by));
  }

  protected remove(index: number): void {
    this.all(removed(this.tasks(), index));
  }

  protected dropStep(index: number, path: readonly Step[], step: number): void {
    this.put(index, { path: removed(path, step) });
  }

  protected add(): void {
    const practice = this.desk.practice();
    const id = freshName(practice, 'task');
    this.all([...this.tasks(), { id, say: { km: '', en: '' }, goal: goalAt(practice.start), path: [] }]);
    this.desk.place.set({ part: 'task', id });
  }

  /** The recorded way becomes the task's, and when asked the screen where it ended becomes its goal. */
  protected keep(index: number, asGoal: boolean): void {
    const { steps, screen } = this.trial.endRecording();
    this.put(index, { path: steps, ...(asGoal ? { goal: goalAt(screen) } : {}) });
    this.trial.restart();
  }

  protected stepText(step: Step): string {
    if (step.step === 'wait') return this.say(this.words.stepWait);
    const label = this.desk.labelOf(step.target);
    return step.step === 'tap' ? this.say(this.words.stepTap, { label }) : this.say(this.words.stepType, { label, text: step.text });
  }

  private all(tasks: Task[]): void {
    this.desk.change({ ...this.desk.practice(), tasks });
  }
}
