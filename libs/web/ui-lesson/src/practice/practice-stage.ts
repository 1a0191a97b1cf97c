import { Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, untracked } from '@angular/core';
import type { Practice, Recorded, Target, TaskEvidence } from '@sala/domain/practice';
import { Icon, Listen, UnderWay, Wording, type Message } from '@sala/web/ui';
import { Film } from './film.js';
import { practiceMessages } from './messages.js';
import { PhoneView, type PhoneInput } from './phone-view.js';
import { Rehearsal } from './rehearsal.js';

/** How a practice went. */
export interface PracticeResult {
  passed: boolean;
  steps: readonly TaskEvidence[];
}

const FILM_STEP_MS = 2_400;
const HINT_AFTER_SECONDS = 8;
const TICK_MS = 1_000;
/** The page has drawn the way on, which a finished practice gives free. */
const SETTLED_MS = 100;

/** The simulated phone with what is said below it: watched, tried with help, or tested without. Stores nothing. */
@Component({
  selector: 'sala-practice-stage',
  imports: [Icon, Listen, PhoneView],
  templateUrl: './practice-stage.html',
})
export class PracticeStage {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceMessages;
  readonly practice = input.required<Practice>();
  readonly mode = input.required<'watch' | 'try' | 'test'>();
  /** What was done before the app was killed. */
  readonly earlier = input<readonly Recorded[]>([]);
  /** Puts everything done so far on the disk. */
  readonly keep = input.required<(recorded: readonly Recorded[]) => Promise<void>>();
  readonly finished = output<PracticeResult>();
  /** An English label that the learner wants to keep. */
  readonly wordKept = output<string>();
  /** The screen that looks different on the learner's own phone. */
  readonly differs = output<string>();

  protected readonly film = computed(() => (this.mode() === 'watch' ? new Film(this.practice()) : undefined));
  protected readonly rehearsal = computed(() => {
    const mode = this.mode();
    return mode === 'watch' ? undefined : new Rehearsal(this.practice(), mode, untracked(this.earlier));
  });
  protected readonly phone = computed(() => this.film()?.phone() ?? this.rehearsal()?.phone());
  protected readonly lens = signal(false);
  protected readonly meaning = signal<Target | undefined>(undefined);
  protected readonly kept = signal<string | undefined>(undefined);
  protected readonly reported = signal<string | undefined>(undefined);
  protected readonly remark = signal<Message | undefined>(undefined);
  private readonly hinted = signal<string | undefined>(undefined);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private taps = Promise.resolve();
  private idle = 0;
  private over = false;

  protected readonly lit = computed(() => this.film()?.finger() ?? this.hinted());
  protected readonly ended = computed(() => this.film()?.ended() ?? this.rehearsal()?.done() ?? false);
  protected readonly caption = computed((): Message => {
    if (this.ended()) return this.mode() === 'watch' ? practiceMessages.watched : practiceMessages.finished;
    return this.film()?.frame()?.say ?? this.rehearsal()?.task()?.say ?? practiceMessages.wait;
  });
  protected readonly place = computed(() => {
    const of = this.practice().tasks.length;
    const task = this.film()?.frame()?.task;
    const here =
      task === undefined ? (this.rehearsal()?.attempt().standing.task ?? 0) : this.practice().tasks.findIndex((one) => one.id === task);
    return { here: Math.min(here + 1, of), of };
  });

  constructor() {
    inject(UnderWay).watch(() => this.film()?.playing() ?? false);
    const film = setInterval(() => this.film()?.playing() && this.film()?.next(), FILM_STEP_MS);
    const clock = setInterval(() => this.tick(), TICK_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(film);
      clearInterval(clock);
    });
    effect(() => {
      if (this.ended()) untracked(() => this.finish());
    });
    // The way on comes below then; the good word stands above it, not over it.
    effect(() => {
      if (this.ended()) setTimeout(() => this.host.querySelector('.sim-say')?.scrollIntoView({ block: 'end' }), SETTLED_MS);
    });
  }

  protected did(input: PhoneInput): void {
    if (this.lens()) return this.look(input);
    this.taps = this.taps.then(() => this.take(input));
  }

  private async take(input: PhoneInput): Promise<void> {
    const rehearsal = this.rehearsal();
    if (!rehearsal || rehearsal.done()) return;
    const target = input.kind === 'nothing' ? '' : input.target.id;
    const done = input.kind === 'type' ? ({ kind: 'type', target, text: input.text } as const) : ({ kind: 'tap', target } as const);
    // On the disk before the screen answers, so that a killed app goes on at this very tap; a full phone still lets one practise.
    await this.keep()([...rehearsal.recorded(), { at: rehearsal.seconds, input: done }]).catch(() => undefined);
    this.idle = 0;
    this.hinted.set(undefined);
    const { wrong, help } = rehearsal.do(done, rehearsal.seconds);
    this.remark.set(undefined);
    if (wrong && this.mode() === 'try') {
      this.remark.set(help ?? practiceMessages.notThis);
      this.light();
    }
  }

  /** Shows the way on: lights a target, or says to wait. */
  protected light(): void {
    const rehearsal = this.rehearsal();
    if (!rehearsal || rehearsal.done()) return;
    const hint = rehearsal.hint(rehearsal.seconds);
    if (!hint) return;
    this.hinted.set(hint.kind === 'wait' ? undefined : hint.target);
    if (this.remark() === undefined)
      this.remark.set(
        hint.kind === 'wait'
          ? practiceMessages.wait
          : hint.kind === 'type'
            ? practiceMessages.writeHere
            : (rehearsal.task()?.hint ?? practiceMessages.tryNext),
      );
  }

  protected meaningOf(target: Target): Message {
    return target.meaning ?? { km: target.label, en: target.label };
  }

  protected toggleLens(): void {
    this.lens.update((on) => !on);
    this.meaning.set(undefined);
  }

  protected keepWord(target: Target): void {
    this.wordKept.emit(target.label);
    this.kept.set(target.id);
  }

  protected report(): void {
    const screen = this.phone()?.screen ?? '';
    this.differs.emit(screen);
    this.reported.set(screen);
  }

  private look(input: PhoneInput): void {
    this.meaning.set(input.kind === 'nothing' ? undefined : input.target);
  }

  private tick(): void {
    const rehearsal = this.rehearsal();
    if (!rehearsal || rehearsal.done() || this.lens() || document.hidden) return;
    this.taps = this.taps.then(() => this.second(rehearsal));
    this.idle++;
    if (this.mode() === 'try' && this.idle === HINT_AFTER_SECONDS) this.light();
  }

  /** A second goes by. What it brings may end a task as a tap does, so it is on the disk before the screen shows it. */
  private async second(rehearsal: Rehearsal): Promise<void> {
    if (rehearsal.done()) return;
    const one = { at: rehearsal.seconds + 1, input: { kind: 'wait', seconds: 1 } } as const;
    if (rehearsal.happeningIn(1).length > 0) await this.keep()([...rehearsal.recorded(), one]).catch(() => undefined);
    const before = rehearsal.said();
    rehearsal.pass(1, one.at);
    // What just happened is said in place of an older remark.
    if (rehearsal.said() !== before) this.remark.set(undefined);
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.finished.emit({ passed: true, steps: this.rehearsal()?.evidence() ?? [] });
  }
}
