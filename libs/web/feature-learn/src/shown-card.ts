import { Component, computed, inject, input, resource } from '@angular/core';
import { spokenWords, type Card, type Lesson } from '@sala/domain/content';
import { Practice, watchScript, type Frame } from '@sala/domain/practice';
import { MentorCourses } from '@sala/web/data-sync/mentoring';
import { Busy, Display, Notice, Wording, type Message } from '@sala/web/ui';
import { PICTURES, rightAnswer } from '@sala/web/ui-lesson';
import { PhoneView, practiceStyles } from '@sala/web/ui-lesson/practice';
import * as v from 'valibot';
import { mentorMessages } from './mentor-messages.js';
import { ShownPictures } from './shown-pictures.js';

/** Where in a lesson somebody is. */
export interface PlaceInLesson {
  courseId: string;
  lessonId: string;
  cardId?: string;
  questionId?: string;
  practiceId?: string;
  step?: string;
}

interface Shown {
  lesson: Lesson;
  card?: Card;
  practice?: Practice;
  frame?: Frame;
}

/** What a learner has before them: the card in words, a question with its answer, or the simulated phone at the very step. Mentors look at it. */
@Component({
  selector: 'sala-shown-card',
  imports: [Busy, Notice, PhoneView],
  providers: [ShownPictures, { provide: PICTURES, useExisting: ShownPictures }],
  host: { class: 'stack' },
  template: `
    @if (shown.value(); as found) {
      @if (found.lesson; as lesson) {
        <section class="card">
          <p class="small">{{ say(lesson.title) }}</p>
          @for (line of lines(); track $index) {
            <p [class.strong]="$first">{{ line }}</p>
          }
          @if (found.frame; as frame) {
            @if (found.practice; as practice) {
              <p>{{ say(frame.say) }}</p>
              <div class="stuck-screen practice" inert>
                <sala-phone [practice]="practice" [phone]="frame.phone" [lit]="finger()" />
              </div>
            }
          }
          @for (answer of answers(); track $index) {
            <p class="strong">{{ say(words.rightIs, { answer }) }}</p>
          }
        </section>
      } @else {
        <sala-notice tone="mind">{{ say(words.cardNotHere) }}</sala-notice>
      }
    } @else {
      <sala-busy />
    }
  `,
})
export class ShownCard {
  private readonly courses = inject(MentorCourses);
  private readonly pictures = inject(ShownPictures);
  private readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  private readonly soften = inject(Wording).soften;
  protected readonly words = mentorMessages;
  readonly place = input.required<PlaceInLesson>();
  protected readonly shown = resource({ params: () => this.place(), loader: ({ params }) => this.find(params) });
  private readonly card = computed(() => this.shown.value()?.card);
  protected readonly lines = computed(() => {
    const [card, language] = [this.card(), this.display.language()];
    if (!card) return [];
    const text = card.kind === 'question' ? card.question.prompt[language] : spokenWords(card, language);
    return text.split('\n').map((line) => (language === 'km' ? this.soften(line) : line));
  });
  protected readonly answers = computed((): Message[] => {
    const card = this.card();
    return card?.kind === 'question' ? rightAnswer(card.question) : [];
  });
  protected readonly finger = computed(() => {
    const step = this.shown.value()?.frame?.step;
    return step === undefined || step.step === 'wait' ? undefined : step.target;
  });

  private async find(place: PlaceInLesson): Promise<Partial<Shown>> {
    const found = await this.courses.lesson(place.courseId, place.lessonId);
    if (!found) return {};
    const { version, lesson } = found;
    this.pictures.version = version;
    const card = lesson.cards.find((one) => isAt(one, place));
    const practiceId = place.practiceId ?? (card?.kind === 'practice' ? card.practice : undefined);
    if (practiceId === undefined) return { lesson, ...(card ? { card } : {}) };
    await practiceStyles();
    const read = v.safeParse(Practice, await this.courses.practice(version, practiceId));
    if (!read.success) return { lesson, ...(card ? { card } : {}) };
    const frames = watchScript(read.output);
    const frame = frames.find(({ task }) => task === place.step) ?? frames[0];
    return { lesson, practice: read.output, ...(card ? { card } : {}), ...(frame ? { frame } : {}) };
  }
}

function isAt(card: Card, { cardId, questionId, practiceId }: PlaceInLesson): boolean {
  if (cardId !== undefined) return card.id === cardId;
  if (questionId !== undefined) return card.kind === 'question' && card.question.id === questionId;
  return card.kind === 'practice' && card.practice === practiceId;
}
