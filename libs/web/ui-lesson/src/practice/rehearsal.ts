import { computed, signal } from '@angular/core';
import {
  act,
  hintFor,
  isDone,
  replay,
  run,
  targetsNow,
  type Attempt,
  type Input,
  type Practice,
  type PracticeMode,
  type Recorded,
  type TaskEvidence,
} from '@sala/domain/practice';
import type { Text } from '@sala/domain/content';

/** What came of something a learner did. */
export interface Reaction {
  /** The tap led away from the goal. */
  wrong: boolean;
  /** What the wrongly tapped button does in the real app. */
  help: Text | undefined;
}

/** One learner rehearsing one practice: everything that is done is recorded, so that a killed app goes on at the very tap. */
export class Rehearsal {
  private readonly list;
  private readonly present;
  /** What a happening just said. */
  readonly said = signal<Text | undefined>(undefined);

  readonly practice: Practice;
  readonly mode: PracticeMode;

  constructor(practice: Practice, mode: PracticeMode, earlier: readonly Recorded[] = []) {
    this.practice = practice;
    this.mode = mode;
    this.list = signal(earlier);
    this.present = signal(replay(practice, mode, earlier));
    this.recorded = this.list.asReadonly();
  }

  readonly recorded;
  readonly attempt = computed((): Attempt => this.present());
  readonly phone = computed(() => this.attempt().standing.phone);
  readonly task = computed(() => this.practice.tasks[this.attempt().standing.task]);
  readonly done = computed(() => isDone(this.practice, this.attempt()));
  readonly evidence = computed((): readonly TaskEvidence[] => this.attempt().evidence);
  /** Whether time brings something: a happening is under way. */
  readonly hasPending = computed(() => Object.keys(this.phone().pending).length > 0);
  /** Seconds until a happening whose countdown is shown. */
  readonly countdown = computed(() => {
    const shown = Object.entries(this.phone().pending).filter(([id]) => this.practice.happenings[id]?.countdown);
    return shown.length === 0 ? undefined : Math.min(...shown.map(([, seconds]) => seconds));
  });

  /** Seconds of rehearsal so far. */
  get seconds(): number {
    return this.list().at(-1)?.at ?? 0;
  }

  /** Taps or types; tells whether that led away from the goal. */
  do(input: Input, at: number): Reaction {
    this.said.set(undefined);
    const target = input.kind === 'wait' ? undefined : targetsNow(this.practice, this.phone()).find((one) => one.id === input.target);
    const index = this.attempt().standing.task;
    const before = this.attempt().evidence[index]?.wrong.length ?? 0;
    this.take({ at, input });
    const wrong = (this.attempt().evidence[index]?.wrong.length ?? 0) > before;
    return { wrong, help: wrong ? target?.help : undefined };
  }

  /** What would happen by itself within so many seconds. */
  happeningIn(seconds: number): readonly string[] {
    return run(this.practice, this.phone(), { kind: 'wait', seconds }).happened;
  }

  /** Lets seconds pass; what happens by itself is said. */
  pass(seconds: number, at: number): void {
    const happened = this.happeningIn(seconds);
    const said = happened.map((id) => this.practice.happenings[id]?.say).filter((text) => text !== undefined);
    if (said.length > 0) this.said.set(said.at(-1));
    this.take({ at, input: { kind: 'wait', seconds } });
  }

  /** Shows a hint, which counts; undefined when there is none. */
  hint(at: number): Input | undefined {
    const hint = hintFor(this.practice, this.attempt());
    if (hint) this.take({ at, input: { kind: 'hint' } });
    return hint;
  }

  private take(one: Recorded): void {
    this.present.set(act(this.practice, this.attempt(), one));
    const last = this.list().at(-1);
    // Seconds that pass are kept as one wait, so that a long rehearsal stays small.
    const joined = last && last.input.kind === 'wait' && one.input.kind === 'wait';
    if (joined)
      this.list.update((all) => [...all.slice(0, -1), { at: one.at, input: { kind: 'wait', seconds: waited(last) + waited(one) } }]);
    else this.list.update((all) => [...all, one]);
  }
}

const waited = ({ input }: Recorded): number => (input.kind === 'wait' ? input.seconds : 0);
