import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { Card, CardOf } from '@sala/domain/content';
import { MentorCourses } from '@sala/web/data-sync/mentoring';
import { Busy, Icon, Notice, Wording } from '@sala/web/ui';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { messages } from './messages.js';
import { PersonOfPage } from './person-of-page.js';
import { Titles } from './titles.js';

interface Work {
  courseId: string;
  lessonId: string;
  card: CardOf<'work'>;
  isSigned: boolean;
}

const isWork = (card: Card): card is CardOf<'work'> => card.kind === 'work';

/** Signs off work that the mentor saw done, item by item; also for somebody without a phone. */
@Component({
  selector: 'sala-sign-page',
  imports: [Busy, DeedFrame, Icon, Notice],
  providers: [PersonOfPage],
  templateUrl: './sign-page.html',
})
export class SignPage {
  private readonly courses = inject(MentorCourses);
  protected readonly titles = inject(Titles);
  protected readonly of = inject(PersonOfPage);
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...deedMessages };
  readonly personId = input.required<string>();
  protected readonly chosen = signal<Work | undefined>(undefined);
  protected readonly items = signal<readonly number[]>([]);
  private readonly empty = signal(false);
  protected readonly problem = computed(() => (this.empty() && this.items().length === 0 ? this.say(deedMessages.signNone) : undefined));
  /** The work tasks of the courses on this phone: those whose checklist is whole first, a module's own task before the small ones. */
  protected readonly works = resource({
    params: () => ({ courses: this.titles.courses(), person: this.of.person() }),
    loader: async ({ params }): Promise<Work[]> => {
      const found: Work[] = [];
      for (const { courseId, version } of params.courses) {
        for (const { id: lessonId } of version?.manifest.lessons ?? []) {
          const lesson = (await this.courses.lesson(courseId, lessonId))?.lesson;
          const signed = params.person?.lessons.find((one) => one.courseId === courseId && one.lessonId === lessonId)?.standing.signedOff;
          for (const card of lesson?.cards.filter(isWork) ?? [])
            found.push({ courseId, lessonId, card, isSigned: signed?.includes(card.id) ?? false });
        }
      }
      return found.sort((a, b) => Number(a.isSigned) - Number(b.isSigned) || b.card.checklist.length - a.card.checklist.length);
    },
  });

  constructor() {
    this.of.begin(this.personId);
  }

  protected choose(work: Work | undefined): void {
    this.items.set([]);
    this.empty.set(false);
    this.chosen.set(work);
  }

  protected ticked({ courseId, lessonId, card }: Work, item: number): boolean {
    const lesson = this.of.person()?.lessons.find((one) => one.courseId === courseId && one.lessonId === lessonId);
    return lesson?.standing.ticked.includes(`${card.id}:${item}`) ?? false;
  }

  protected toggle(item: number): void {
    this.items.update((all) => (all.includes(item) ? all.filter((one) => one !== item) : [...all, item].sort((a, b) => a - b)));
  }

  protected async sign({ courseId, lessonId, card }: Work): Promise<void> {
    this.empty.set(this.items().length === 0);
    if (this.empty()) return;
    await this.of.do('work.signed', { courseId, lessonId, cardId: card.id, items: [...this.items()], of: card.checklist.length });
  }
}
