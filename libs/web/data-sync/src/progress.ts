import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  foldCourse,
  joinCourseFacts,
  lessonState,
  type CourseFacts,
  type LearningEvent,
  type LearningEventKind,
} from '@sala/domain/learning';
import { EventLog, ServerNews, type Happening } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Uplink } from './uplink.js';

type Courses = ReadonlyMap<string, CourseFacts>;

/** What the open learner has done: a fold of the log of this phone, joined with what the server told of other phones. */
@Injectable({ providedIn: 'root' })
export class Progress {
  private readonly log = inject(EventLog);
  private readonly news = inject(ServerNews);
  private readonly session = inject(Session);
  private readonly uplink = inject(Uplink);
  private readonly lastRead = signal<{ learnerId: string; courses: Courses; versions: ReadonlyMap<string, number> } | undefined>(undefined);
  /** What was read, as long as it is about the learner who is open: nobody sees another's while theirs is being read. */
  private readonly known = computed(() => {
    const read = this.lastRead();
    return read?.learnerId === this.session.learner()?.personId ? read : undefined;
  });

  constructor() {
    effect(() => {
      const learner = this.session.learner();
      this.log.revision();
      untracked(() => void this.read(learner?.personId).catch(() => undefined));
    });
  }

  /** Whether the log of the open learner has been read. */
  ready(): boolean {
    return this.known() !== undefined;
  }

  /** The facts of a course. */
  ofCourse(courseId: string): CourseFacts {
    return this.known()?.courses.get(courseId) ?? {};
  }

  /** The version in which the learner is in the middle of a lesson on this phone, if any. */
  versionBegun(courseId: string, lessonId: string): number | undefined {
    if (lessonState(this.ofCourse(courseId)[lessonId]) !== 'started') return undefined;
    return this.known()?.versions.get(`${courseId} ${lessonId}`);
  }

  /** Reads everything of a learner afresh. */
  async read(learnerId = this.session.learner()?.personId): Promise<void> {
    if (!learnerId) return this.lastRead.set(undefined);
    const [events, restored] = await Promise.all([this.log.ofLearner(learnerId), this.news.restored(learnerId)]);
    // Somebody else may have come while this was read.
    if (learnerId === this.session.learner()?.personId)
      this.lastRead.set({ learnerId, courses: joined(events, restored), versions: versionsOf(events) });
  }

  /** Records what the open learner did. When the promise resolves it is on the disk and in the facts; sending comes later. */
  async record<K extends LearningEventKind>(happening: Omit<Happening<K>, 'learnerId'>): Promise<void> {
    const learner = this.session.learner();
    if (!learner) return;
    const event = await this.log.record<K>({ ...happening, learnerId: learner.personId } as Happening<K>);
    const known = this.known();
    if (known?.learnerId === event.learnerId)
      this.lastRead.set({
        ...known,
        courses: withEvent(known.courses, event),
        versions: new Map([...known.versions, ...versionsOf([event])]),
      });
    this.uplink.soon();
  }
}

const withEvent = (courses: Courses, event: LearningEvent): Courses =>
  new Map(courses).set(event.courseId, joinCourseFacts(courses.get(event.courseId) ?? {}, foldCourse([event])));

function joined(events: readonly LearningEvent[], restored: Courses): Courses {
  // What an older Sala stored may lack parts of today's facts; a join with nothing adds them.
  const courses = new Map([...restored].map(([courseId, facts]) => [courseId, joinCourseFacts(facts, {})]));
  for (const courseId of new Set(events.map((event) => event.courseId))) {
    const own = foldCourse(events.filter((event) => event.courseId === courseId));
    courses.set(courseId, joinCourseFacts(courses.get(courseId) ?? {}, own));
  }
  return courses;
}

function versionsOf(events: readonly LearningEvent[]): ReadonlyMap<string, number> {
  const inOrder = [...events].sort((a, b) => a.sequence - b.sequence);
  return new Map(inOrder.map((event) => [`${event.courseId} ${event.body.lessonId}`, event.version]));
}
