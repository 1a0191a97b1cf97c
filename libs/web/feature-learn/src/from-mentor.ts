import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StoredWord } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';
import { isMentor, MentorWords } from '@sala/web/data-sync/mentoring';
import { Icon, Wording, type Message } from '@sala/web/ui';
import { MentorAnswer } from './mentor-answer.js';
import { mentorMessages } from './mentor-messages.js';
import { Shelf } from './shelf.js';
import { LESSON_HOST, UNIT_RUN } from './unit-run.js';

interface Shown {
  word: StoredWord;
  title: string;
  otherwise: Message | undefined;
  link: string[];
}

/** On home: what mentors did for the learner and is not read yet, what waits for an answer, and for mentors the way to their people. */
@Component({
  selector: 'sala-from-mentor',
  imports: [Icon, MentorAnswer, RouterLink],
  host: { class: 'stack' },
  template: `
    @if (mentors()) {
      <a class="tile" routerLink="/mentor"><sala-icon name="people" />{{ say(words.myPeople) }}</a>
    }
    @for (one of shown(); track one.word.id) {
      <section class="card leaf">
        <h2>{{ one.title }}</h2>
        <sala-mentor-answer [word]="one.word" [otherwise]="one.otherwise" />
        <div class="tiles">
          <a class="tile" [routerLink]="one.link"><sala-icon name="book" />{{ say(words.look) }}</a>
          <button type="button" class="tile" (click)="exchanged.markRead(one.word)"><sala-icon name="tick" />{{ say(words.read) }}</button>
        </div>
      </section>
    }
    @if (waiting(); as count) {
      <p class="state wait">{{ say(words.waiting, { count }) }}</p>
    }
  `,
})
export class FromMentor {
  private readonly shelf = inject(Shelf);
  private readonly session = inject(Session);
  private readonly uplink = inject(Uplink);
  protected readonly exchanged = inject(MentorWords);
  protected readonly say = inject(Wording).say;
  protected readonly words = mentorMessages;
  protected readonly mentors = computed(() => this.uplink.mentors() !== '' && isMentor(this.session.learner()?.personId));
  protected readonly waiting = computed(() => this.exchanged.asked().filter(({ answer }) => !answer).length);
  /** At most three, so that today's lesson stays in sight. */
  protected readonly shown = computed(() =>
    this.exchanged
      .unread()
      .slice(0, 3)
      .map((word) => this.told(word)),
  );

  private told(word: StoredWord): Shown {
    const course = this.shelf.courses().find(({ entry }) => entry.courseId === word.body.courseId);
    const lessonId = 'lessonId' in word.body ? word.body.lessonId : undefined;
    const lesson = course?.version?.manifest.lessons.find(({ id }) => id === lessonId)?.title ?? course?.entry.title ?? mentorMessages.ask;
    const link = ['/course', course?.entry.slug ?? '', ...(lessonId === undefined ? [] : [lessonId])];
    return { word, link, ...this.wordsOf(word, lesson) };
  }

  private wordsOf({ kind, body }: StoredWord, lesson: Message): { title: string; otherwise: Message | undefined } {
    if (kind === 'course.assigned') return { title: this.say(mentorMessages.assigned, { course: lesson }), otherwise: undefined };
    if (kind === 'work.signed') return { title: this.say(mentorMessages.signed, { lesson }), otherwise: undefined };
    if (kind === 'help.answered') return { title: this.say(mentorMessages.answered, { lesson }), otherwise: mentorMessages.met };
    const isGood = 'mark' in body && body.mark === 'good';
    return { title: this.say(isGood ? mentorMessages.markGood : mentorMessages.markAgain, { lesson }), otherwise: undefined };
  }
}

/** At the card: the mentor's answer to what was asked there. */
@Component({
  selector: 'sala-answer-at-card',
  imports: [MentorAnswer],
  host: { class: 'stack' },
  template: `
    @if (answer(); as answer) {
      <section class="card leaf"><sala-mentor-answer [word]="answer" /></section>
    }
  `,
})
export class AnswerAtCard {
  private readonly exchanged = inject(MentorWords);
  private readonly run = inject(UNIT_RUN);
  /** In a group nobody's own answer is shown to the others. */
  private readonly isGroup = inject(LESSON_HOST, { optional: true }) !== null;
  protected readonly answer = computed(() => {
    const here = this.run.cardId?.();
    const asked = this.exchanged.asked().find(({ event }) => event.body.lessonId === this.run.unitId() && event.body.cardId === here);
    return this.isGroup || here === undefined ? undefined : asked?.answer;
  });
}
