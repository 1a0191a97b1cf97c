import { Component, computed, inject, Injectable, input } from '@angular/core';
import { NO_FACTS, type CourseFacts, type LearningEventKind } from '@sala/domain/learning';
import type { GroupLesson } from '@sala/domain/learning/group';
import type { Recorded } from '@sala/domain/practice';
import { Rehearsals, type Happening } from '@sala/web/data-device';
import { GROUP_PLACE } from '@sala/web/data-device/late';
import { Session } from '@sala/web/data-session';
import { Progress } from '@sala/web/data-sync';
import { Wording } from '@sala/web/ui';
import type { Answering } from '@sala/web/ui-lesson';
import { groupMessages } from './group-messages.js';
import { GroupRun } from './group-run.js';
import { LessonPage } from './lesson-page.js';
import { LessonPlaces } from './lesson-places.js';
import { Shelf } from './shelf.js';
import { LESSON_HOST } from './unit-run.js';

/** What a group has done in its lesson, in the place of one learner's progress. */
@Injectable()
class GroupProgress implements Pick<Progress, 'ready' | 'ofCourse' | 'versionBegun' | 'read' | 'record'> {
  private readonly run = inject(GroupRun);

  ready(): boolean {
    return true;
  }

  ofCourse(courseId: string): CourseFacts {
    const { stage, lesson, seen = [] } = this.run.session() ?? {};
    const isHere = stage === 'together' && lesson?.courseId === courseId && seen.length > 0;
    return isHere ? { [lesson.lessonId]: { ...NO_FACTS, cards: [...seen] } } : {};
  }

  versionBegun(): number | undefined {
    return this.run.session()?.lesson?.version;
  }

  read(): Promise<void> {
    return Promise.resolve();
  }

  record<K extends LearningEventKind>(happening: Omit<Happening<K>, 'learnerId'>): Promise<void> {
    return this.run.record(happening);
  }
}

/** Who holds the phone, in the place of who opened a profile. */
@Injectable()
class GroupSeat implements Pick<Session, 'learner' | 'people'> {
  private readonly run = inject(GroupRun);
  readonly people = inject(Session, { skipSelf: true }).people;
  readonly learner = computed(() => this.people().find((profile) => profile.personId === this.run.actor()));
}

/** Practices of a group stand apart from those that its people are in the middle of by themselves. */
@Injectable()
class GroupRehearsals implements Pick<Rehearsals, 'journal' | 'keepJournal' | 'keepRecording'> {
  private readonly own = inject(Rehearsals, { skipSelf: true });

  journal(learnerId: string, place: string): Promise<readonly Recorded[]> {
    return this.own.journal(learnerId, GROUP_PLACE + place);
  }

  keepJournal(learnerId: string, place: string, recorded: readonly Recorded[]): Promise<void> {
    return this.own.keepJournal(learnerId, GROUP_PLACE + place, recorded);
  }

  keepRecording(learnerId: string, recording: Blob): Promise<string> {
    return this.own.keepRecording(learnerId, recording);
  }
}

/** Where a group is in its lesson stands in the session. */
@Injectable()
class NoPlaces implements Pick<LessonPlaces, 'of' | 'keep' | 'forget' | 'answersOf'> {
  of(): undefined {
    return undefined;
  }
  keep(): void {
    return;
  }
  forget(): void {
    return;
  }
  answersOf(): Map<string, Answering> {
    return new Map();
  }
}

/** A lesson taken by a group: the page that one learner sees, with the name of who has the turn. */
@Component({
  selector: 'sala-group-lesson',
  imports: [LessonPage],
  providers: [
    Shelf,
    { provide: Progress, useClass: GroupProgress },
    { provide: Session, useClass: GroupSeat },
    { provide: Rehearsals, useClass: GroupRehearsals },
    { provide: LessonPlaces, useClass: NoPlaces },
    { provide: LESSON_HOST, useExisting: GroupRun },
  ],
  host: { class: 'in-group' },
  template: `
    <sala-lesson-page [slug]="lesson().slug" [lesson]="lesson().lessonId" [review]="isCheck()">
      <p turn class="turn" aria-live="polite">{{ say(isCheck() ? words.ownCheck : words.turn, { name: name() }) }}</p>
    </sala-lesson-page>
  `,
})
export class GroupLessonPage {
  private readonly seat = inject(Session);
  private readonly soften = inject(Wording).soften;
  protected readonly say = inject(Wording).say;
  protected readonly words = groupMessages;
  readonly lesson = input.required<GroupLesson>();
  /** Whether it is one person's own check at the end. */
  readonly isCheck = input(false);
  protected readonly name = computed(() => {
    const person = this.seat.learner()?.person;
    return person ? this.soften(`${person.familyName} ${person.givenName}`) : '';
  });
}
