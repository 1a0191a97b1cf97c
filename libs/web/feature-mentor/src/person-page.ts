import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NotedVisit, PersonInRoster } from '@sala/contract/dto';
import { initialOf } from '@sala/domain/khmer';
import { reasonsFor, type HowDone, type VisitReason } from '@sala/domain/mentoring';
import { Contact } from '@sala/web/data-sync';
import { MentorDesk, seenOf } from '@sala/web/data-sync/mentoring';
import { Busy, Display, Heading, Icon, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { deedMessages } from './deed-messages.js';
import { DEED_WORDS, HOW_WORDS } from './deed-words.js';
import { JustDone } from './just-done.js';
import { messages } from './messages.js';
import { MoreIcon } from './more-icon.js';
import { PersonOfPage } from './person-of-page.js';
import { ReasonWords } from './reasons.js';
import { ShownPlace } from './shown-place.js';
import { Titles } from './titles.js';

interface LessonRow {
  title: Message;
  how: HowDone;
  howWords: Message;
  isSigned: boolean;
}

/** One of the mentor's people: why a visit, what to do now, and how each lesson was done. */
@Component({
  selector: 'sala-mentored-person-page',
  imports: [Busy, Heading, Icon, MoreIcon, Notice, Page, RouterLink, ShownPlace],
  providers: [PersonOfPage],
  templateUrl: './person-page.html',
})
export class MentoredPersonPage {
  private readonly desk = inject(MentorDesk);
  private readonly contact = inject(Contact);
  private readonly display = inject(Display);
  private readonly reasonWords = inject(ReasonWords);
  private readonly justDone = inject(JustDone);
  protected readonly titles = inject(Titles);
  protected readonly of = inject(PersonOfPage);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = { ...messages, ...deedMessages };
  protected readonly initialOf = initialOf;
  readonly personId = input.required<string>();
  protected readonly reasons = computed((): VisitReason[] => {
    const person = this.of.person();
    return person ? reasonsFor(seenOf(person), this.contact.now().getTime()) : [];
  });
  /** Where they are stuck; its screen is shown. */
  protected readonly stuck = computed(() => this.reasons().flatMap((reason) => (reason.code === 'stuck' ? [reason.at] : []))[0]);
  protected readonly tel = computed(() => {
    const phone = this.of.person()?.phone;
    return phone === undefined ? undefined : `tel:${phone.replace(/[^\d+]/g, '')}`;
  });
  /** What the mentor did a moment ago. */
  protected readonly done = computed(() => {
    const deed = this.justDone.deed();
    return deed?.personId === this.personId() ? DEED_WORDS[deed.kind] : undefined;
  });
  protected readonly waiting = computed(() => this.desk.waiting().filter(({ deed }) => deed.learnerId === this.personId()).length);
  protected readonly courses = computed(() => {
    const person = this.of.person();
    return person ? this.coursesOf(person) : [];
  });

  constructor() {
    this.of.begin(this.personId);
    inject(DestroyRef).onDestroy(() => this.justDone.deed.set(undefined));
  }

  protected inWords(reason: VisitReason): string {
    return this.reasonWords.of(reason);
  }

  protected place({ place }: PersonInRoster): string {
    return this.display.language() === 'km' ? place.khmer : place.latin;
  }

  protected visitWords({ at, way, by, words }: NotedVisit): string {
    const said = this.say(messages.visitOf, { when: this.titles.when(at), way: deedMessages[way], by: this.titles.name(by) });
    return words === undefined ? said : `${said} · ${words}`;
  }

  /** The courses that were begun or assigned, lesson by lesson: alone, with help, or not yet. */
  private coursesOf(person: PersonInRoster): { title: Message; rows: LessonRow[] }[] {
    const begun = new Set([...person.lessons.map(({ courseId }) => courseId), ...person.assigned]);
    return [...begun].map((courseId) => {
      const course = this.titles.courses().find((one) => one.courseId === courseId);
      const known = person.lessons.filter((one) => one.courseId === courseId);
      const ids = course?.version?.manifest.lessons.map(({ id }) => id) ?? known.map(({ lessonId }) => lessonId);
      const rows = ids.map((lessonId): LessonRow => {
        const standing = known.find((one) => one.lessonId === lessonId)?.standing;
        const how = standing?.how ?? 'not-yet';
        const isSigned = (standing?.signedOff.length ?? 0) > 0;
        return { title: this.titles.lesson(courseId, lessonId), how, howWords: HOW_WORDS[how], isSigned };
      });
      return { title: this.titles.course(courseId), rows };
    });
  }
}
