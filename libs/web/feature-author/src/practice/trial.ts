import { computed, inject, Injectable, signal } from '@angular/core';
import { after, beginning, run, type Input, type PhoneState, type Standing, type Step } from '@sala/domain/practice';
import { standingBefore, stepOf } from '@sala/domain/practice/editing';
import { PracticeDesk } from './practice-desk.js';

/** The most steps that a written way may have. */
const MOST_STEPS = 20;

/** The practice as it is now, run at once beside its forms; what is done can be recorded as the way of a task. */
@Injectable()
export class Trial {
  private readonly desk = inject(PracticeDesk);
  private readonly standing = signal<Standing | undefined>(undefined);
  private readonly steps = signal<readonly Step[]>([]);
  /** The task whose way is recorded. */
  readonly recordingTask = signal<number | undefined>(undefined);
  readonly recorded = this.steps.asReadonly();

  /** The standing in the practice as it is now: after an edit the trial goes on where it can, else from the start. */
  private readonly present = computed((): Standing => {
    const practice = this.desk.practice();
    const standing = this.standing();
    if (!standing || !(standing.phone.screen in practice.screens)) return beginning(practice);
    return { ...standing, phone: { ...standing.phone, variables: { ...practice.variables, ...standing.phone.variables } } };
  });
  readonly phone = computed((): PhoneState => this.present().phone);
  readonly done = computed(() => Math.min(this.present().task, this.desk.practice().tasks.length));
  readonly isWaiting = computed(() => Object.keys(this.phone().pending).length > 0);

  /** Taps, types, or lets time pass. */
  do(input: Input): void {
    const practice = this.desk.practice();
    const { happened } = run(practice, this.phone(), input);
    const step = this.recordingTask() === undefined ? undefined : stepOf(input, happened.length);
    if (step && this.steps().length < MOST_STEPS) this.steps.update((steps) => [...steps, step]);
    this.standing.set(after(practice, this.present(), input));
  }

  /** Begins from the start. */
  restart(): void {
    this.standing.set(undefined);
  }

  /** Shows a screen as it is when nothing has been done yet. */
  show(screen: string): void {
    const practice = this.desk.practice();
    if (screen in practice.screens) this.standing.set(beginning({ ...practice, start: screen }));
  }

  /** Begins to record the way of a task, from where the ways before it lead. */
  record(task: number): void {
    this.standing.set(standingBefore(this.desk.practice(), task));
    this.steps.set([]);
    this.recordingTask.set(task);
  }

  /** Ends the recording: what was done, and the screen where it ended. */
  endRecording(): { steps: Step[]; screen: string } {
    this.recordingTask.set(undefined);
    return { steps: [...this.steps()], screen: this.phone().screen };
  }
}
