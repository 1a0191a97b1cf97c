import { inject, Injectable, signal } from '@angular/core';
import type { LearningEventKind } from '@sala/domain/learning';
import {
  actorOf,
  afterInGroup,
  beginGroup,
  closeCheck,
  creditsOf,
  isGroupOver,
  toChecks,
  toChoice,
  type GroupSession,
} from '@sala/domain/learning/group';
import type { AnyHappening, Happening } from '@sala/web/data-device';
import { GroupSessions } from '@sala/web/data-device/late';
import { Uplink } from '@sala/web/data-sync';
import type { LessonHost } from './unit-run.js';

/** The group session of this phone as it goes on; every step is on the disk before the screen shows it. */
@Injectable()
export class GroupRun implements LessonHost {
  private readonly sessions = inject(GroupSessions);
  private readonly uplink = inject(Uplink);
  private readonly known = signal<GroupSession | undefined>(undefined);
  /** The session; undefined until the disk has been read. */
  readonly session = this.known.asReadonly();
  /** Whether the last step could not be kept. */
  readonly notKept = signal(false);

  /** Goes on with the session of this phone, or begins one. */
  async open(): Promise<void> {
    const kept = await this.sessions.load();
    const now = new Date().toISOString();
    if (kept && !isGroupOver(kept, now)) return this.known.set(kept);
    await this.sessions.end();
    this.known.set(beginGroup(crypto.randomUUID(), now));
  }

  /** Takes a step; what can't be kept is said, and everything stays as it was. */
  async step(next: (session: GroupSession) => GroupSession): Promise<void> {
    const session = this.known();
    if (session) await this.keep(next(session)).catch(() => this.notKept.set(true));
  }

  /** Ends the session. */
  async end(): Promise<void> {
    await this.sessions.end();
    this.known.set(undefined);
  }

  /** Who acts just now. */
  actor(): string | undefined {
    const session = this.known();
    return session && actorOf(session);
  }

  /** Records something that happened in the lesson for those whom it is credited to. */
  async record<K extends LearningEventKind>({ kind, body, ...where }: Omit<Happening<K>, 'learnerId'>): Promise<void> {
    const session = this.known();
    if (!session) return;
    // The lesson together is completed by nobody yet: that is what each one's own check is for.
    if (kind === 'lesson.completed') return this.keep(toChecks(session));
    const shared: object = 'aid' in body ? { ...body, aid: 'group' } : body;
    const happenings = creditsOf(session, kind).map((learnerId) => ({ ...where, kind, body: shared, learnerId }));
    await this.keep(afterInGroup(session, kind, 'cardId' in body ? body.cardId : ''), happenings);
  }

  left(): void {
    void this.step((session) => (session.stage === 'check' ? toChecks(session) : toChoice(session)));
  }

  ended(score: number): void {
    const before = this.known();
    if (!before?.lesson || before.stage !== 'check') return;
    const { courseId, version, lessonId } = before.lesson;
    const { session, completedBy } = closeCheck(before, score);
    const completed: AnyHappening[] =
      completedBy === undefined
        ? []
        : [{ learnerId: completedBy, courseId, version, kind: 'lesson.completed', body: { lessonId, aid: 'group' } }];
    void this.keep(session, completed).catch(() => this.notKept.set(true));
  }

  private async keep(next: GroupSession, happenings: readonly AnyHappening[] = []): Promise<void> {
    await this.sessions.keep(next, happenings);
    this.notKept.set(false);
    this.known.set(next);
    if (happenings.length > 0) this.uplink.soon();
  }
}
