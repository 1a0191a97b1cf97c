import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { initialOf } from '@sala/domain/khmer';
import {
  arriveInGroup,
  GROUP_LEAST,
  leaveGroup,
  openCheck,
  takeLesson,
  toChoice,
  toRollCall,
  type GroupLesson,
} from '@sala/domain/learning/group';
import { PackageStore, ServerNews, type StoredVersion } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Busy, Heading, Icon, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { GroupLessonPage } from './group-lesson.js';
import { groupMessages } from './group-messages.js';
import { GroupRun } from './group-run.js';

interface Face {
  id: string;
  name: string;
  initial: string;
  marked: boolean;
  words: Message;
}

/** Several people learn on one phone: a roll call, a lesson in turns, and each one's own check. */
@Component({
  selector: 'sala-group-page',
  imports: [Busy, GroupLessonPage, Heading, Icon, Notice, Page, RouterLink],
  providers: [GroupRun],
  templateUrl: './group-page.html',
})
export class GroupPage {
  private readonly people = inject(Session);
  private readonly router = inject(Router);
  private readonly packages = inject(PackageStore);
  private readonly news = inject(ServerNews);
  private readonly soften = inject(Wording).soften;
  protected readonly run = inject(GroupRun);
  protected readonly say = inject(Wording).say;
  protected readonly words = groupMessages;
  private readonly versions = signal<readonly StoredVersion[]>([]);
  protected readonly tooFew = signal(false);
  protected readonly stage = computed(() => this.run.session()?.stage);
  protected readonly lesson = computed(() => this.run.session()?.lesson);

  /** Everybody of this phone, for the roll call. */
  protected readonly everybody = computed(() => {
    const present = this.run.session()?.present ?? [];
    return this.faces((id) => {
      const here = present.includes(id);
      return { marked: here, words: here ? groupMessages.here : groupMessages.notHere };
    });
  });
  /** Those who are here, with how their own check went. */
  protected readonly present = computed(() => {
    const { present = [], passed = [], notYet = [] } = this.run.session() ?? {};
    return this.faces((id) => {
      const isPassed = passed.includes(id);
      return {
        marked: isPassed,
        words: isPassed ? groupMessages.passed : notYet.includes(id) ? groupMessages.notYet : groupMessages.toCheck,
      };
    }).filter(({ id }) => present.includes(id));
  });
  protected readonly allPassed = computed(() => this.present().every(({ marked }) => marked));
  /** The courses of this phone, each with its lessons. */
  protected readonly courses = computed(() =>
    (this.news.catalogue()?.courses ?? []).flatMap(({ courseId, slug, title }) => {
      const version = this.versions().find((one) => one.courseId === courseId);
      return version ? [{ courseId, slug, title, version: version.version, lessons: version.manifest.lessons }] : [];
    }),
  );

  constructor() {
    void this.open();
    effect(() => {
      this.packages.revision();
      void this.packages.allCurrent().then((versions) => this.versions.set(versions));
    });
  }

  /** Who came here from the PIN page has shown to be here; the profile is closed again, because the phone is everybody's now. */
  private async open(): Promise<void> {
    await this.people.start();
    await this.run.open();
    const came = this.people.learner()?.personId;
    if (came === undefined) return;
    await this.run.step((session) => arriveInGroup(session, came));
    this.people.close();
  }

  protected call({ id, marked }: Face): void {
    this.tooFew.set(false);
    if (marked) void this.run.step((session) => leaveGroup(session, id));
    else void this.router.navigate(['/pin', id], { queryParams: { then: '/group' } });
  }

  protected goOn(): void {
    this.tooFew.set((this.run.session()?.present.length ?? 0) < GROUP_LEAST);
    void this.run.step(toChoice);
  }

  protected toRollCall(): void {
    void this.run.step(toRollCall);
  }

  protected toChoice(): void {
    void this.run.step(toChoice);
  }

  protected take(lesson: GroupLesson): void {
    void this.run.step((session) => takeLesson(session, lesson));
  }

  protected check({ id }: Face): void {
    void this.run.step((session) => openCheck(session, id));
  }

  protected async end(): Promise<void> {
    await this.run.end();
    await this.leave();
  }

  protected async leave(): Promise<void> {
    await this.router.navigateByUrl('/who');
  }

  private faces(marks: (id: string) => Pick<Face, 'marked' | 'words'>): Face[] {
    return this.people.people().map(({ personId, person }) => ({
      id: personId,
      name: this.soften(`${person.familyName} ${person.givenName}`),
      initial: initialOf(person.familyName),
      ...marks(personId),
    }));
  }
}
