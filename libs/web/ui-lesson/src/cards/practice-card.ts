import { Component, computed, DestroyRef, inject, input, resource, signal } from '@angular/core';
import type { CardOf } from '@sala/domain/content';
import { Practice, type Recorded } from '@sala/domain/practice';
import * as v from 'valibot';
import { Busy, Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { DEEDS } from '../deeds.js';
import { HelpedChoice } from '../helped-choice.js';
import { messages } from '../messages.js';
import { practiceMessages } from '../practice/messages.js';
import { practiceStyles } from '../practice/styles.js';
import { PracticeStage, type PracticeResult } from '../practice/practice-stage.js';

/** A practice on the simulated phone: watched, tried or tested. Its styles come with the first one. */
@Component({
  selector: 'sala-practice-card',
  imports: [Busy, Heading, HelpedChoice, Icon, Notice, PracticeStage],
  host: { class: 'practice' },
  template: `
    <h1 salaHeading class="unseen">{{ say(card().title) }}</h1>
    @if (ready.value(); as got) {
      @if (got.practice; as practice) {
        <sala-practice-stage
          [practice]="practice"
          [mode]="card().mode"
          [earlier]="got.earlier"
          [keep]="keep"
          (finished)="finish($event)"
          (wordKept)="deeds.wordKept($event)"
          (differs)="deeds.screenDiffers(card().practice, $event)"
        />
        @if (deeds.rehearsing()) {
          @if (rehearsed()) {
            <sala-helped />
          }
          <button type="button" class="tile" (click)="skip()"><sala-icon name="next" />{{ say(words.skip) }}</button>
        }
        @if (result(); as done) {
          <sala-notice tone="good">
            @for (line of lines(done); track $index) {
              <p>{{ line }}</p>
            }
          </sala-notice>
        }
      } @else {
        <sala-notice tone="mind">{{ say(words.notHere) }}</sala-notice>
        <button type="button" class="tile" (click)="skip()"><sala-icon name="next" />{{ say(words.skip) }}</button>
      }
    } @else {
      <sala-busy />
    }
  `,
})
export class PracticeCard {
  protected readonly deeds = inject(DEEDS);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly card = input.required<CardOf<'practice'>>();
  protected readonly result = signal<PracticeResult | undefined>(undefined);
  protected readonly rehearsed = computed(() => {
    const { mode } = this.card();
    return mode === 'watch' ? undefined : mode;
  });
  constructor() {
    this.deeds.rehearsing.set(true);
    inject(DestroyRef).onDestroy(() => this.deeds.rehearsing.set(false));
  }

  protected readonly ready = resource({
    params: () => this.card(),
    loader: async ({ params }) => {
      const mode = params.mode === 'watch' ? undefined : params.mode;
      const [found, earlier] = await Promise.all([
        this.deeds.practice(params.practice),
        mode ? this.deeds.journal(params.practice, mode) : [],
        practiceStyles(),
      ]);
      const read = v.safeParse(Practice, found);
      return { practice: read.success ? read.output : undefined, earlier };
    },
  });

  protected readonly keep = async (recorded: readonly Recorded[]): Promise<void> => {
    const mode = this.rehearsed();
    if (mode) await this.deeds.keepJournal(this.card().practice, mode, recorded);
  };

  protected async finish(result: PracticeResult): Promise<void> {
    await this.deeds.practiceDone(this.card().practice, this.card().mode, result.steps);
    const mode = this.rehearsed();
    if (mode) await this.deeds.keepJournal(this.card().practice, mode, []);
    this.result.set(result);
    this.deeds.rehearsing.set(false);
  }

  /** Nobody is held in a practice: it can be left for now, and it counts as not done. */
  protected skip(): void {
    this.deeds.rehearsing.set(false);
  }

  protected lines({ steps }: PracticeResult): string[] {
    if (this.card().mode === 'watch') return [this.say(practiceMessages.watched)];
    const wrong = steps.reduce((sum, step) => sum + step.wrong.length, 0);
    const hints = steps.reduce((sum, step) => sum + step.hints, 0);
    return [
      this.say(practiceMessages.finished),
      ...(wrong + hints === 0 ? [this.say(practiceMessages.alone)] : []),
      ...(wrong > 0 ? [this.say(practiceMessages.wrongTaps, { count: wrong })] : []),
      ...(hints > 0 ? [this.say(practiceMessages.hints, { count: hints })] : []),
    ];
  }
}
