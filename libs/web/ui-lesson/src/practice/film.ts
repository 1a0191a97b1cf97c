import { computed, signal } from '@angular/core';
import { run, watchScript, type Practice } from '@sala/domain/practice';

/** A practice that plays itself, a step at a time. */
export class Film {
  private readonly practice: Practice;
  private readonly frames;
  readonly at = signal(0);
  readonly playing = signal(true);

  constructor(practice: Practice) {
    this.practice = practice;
    this.frames = watchScript(practice);
  }

  readonly frame = computed(() => this.frames[Math.min(this.at(), this.frames.length - 1)]);
  readonly ended = computed(() => this.at() >= this.frames.length);
  readonly length = (): number => this.frames.length;
  /** The phone: of the frame, and after the last step as that leaves it. */
  readonly phone = computed(() => {
    const frame = this.frame();
    if (!frame) return undefined;
    if (!this.ended()) return frame.phone;
    const { step } = frame;
    const input =
      step.step === 'wait'
        ? ({ kind: 'wait', seconds: 600 } as const)
        : step.step === 'tap'
          ? ({ kind: 'tap', target: step.target } as const)
          : ({ kind: 'type', target: step.target, text: step.text } as const);
    return run(this.practice, frame.phone, input).state;
  });
  /** The target that the finger is on. */
  readonly finger = computed(() => {
    const step = this.frame()?.step;
    return this.ended() || step === undefined || step.step === 'wait' ? undefined : step.target;
  });

  /** Goes on one step. */
  next(): void {
    this.at.update((at) => Math.min(at + 1, this.frames.length));
    if (this.ended()) this.playing.set(false);
  }

  /** Begins again. */
  again(): void {
    this.at.set(0);
    this.playing.set(true);
  }
}
