import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { CatalogueEntry } from '@sala/contract/dto';
import { foldCourse, lessonState } from '@sala/domain/learning';
import { filesOf, type DownloadChoice, type Manifest } from '@sala/domain/publishing';
import { downloadPlan } from '@sala/domain/publishing/download';
import type { Trouble } from '@sala/web/data-api';
import { EventLog, PackageStore, Profiles, ServerNews, type StoredVersion } from '@sala/web/data-device';
import { Downloads } from './downloads.js';
import { FileDownloads } from './file-downloads.js';
import { Line } from './line.js';

/** How the download of a course stands; what came is kept in each of them. */
export interface CourseDownload {
  version: number;
  state: 'under-way' | 'paused' | 'done' | 'no-space' | 'offline' | 'waits-for-wifi' | 'damaged';
  /** Bytes of the course that are here. */
  received: number;
  /** Bytes of the course in all, for what was chosen. */
  of: number;
  /** The lesson or quiz whose files are coming; empty for what none of them names. */
  part: string;
}

/** A download that runs, or would if it could. */
interface Job {
  entry: CatalogueEntry;
  choice: DownloadChoice;
  fromLessonId?: string | undefined;
}

/** Clips are dear: they come only to those who choose them. */
const UNCHOSEN: DownloadChoice = 'pictures';
const NOTHING: ReadonlySet<string> = new Set();

/** Brings whole courses: quietly after a lesson was opened, or because the learner keeps one; lesson by lesson, and only what is not here yet. */
@Injectable({ providedIn: 'root' })
export class CourseDownloads {
  private readonly downloads = inject(Downloads);
  private readonly files = inject(FileDownloads);
  private readonly packages = inject(PackageStore);
  private readonly news = inject(ServerNews);
  private readonly log = inject(EventLog);
  private readonly profiles = inject(Profiles);
  private readonly line = inject(Line);
  private readonly standing = signal<ReadonlyMap<string, CourseDownload>>(new Map());
  private readonly running = new Map<string, { job: Job; stop: AbortController; ended: Promise<void> }>();
  private readonly waiting = new Map<string, Job>();

  constructor() {
    addEventListener('online', () => this.goOnAll());
    effect(() => {
      const allowed = this.line.allows();
      untracked(() => (allowed ? this.goOnAll() : void this.holdAll()));
    });
  }

  /** How the download of a course stands; undefined when none was tried since the app began. */
  of(courseId: string): CourseDownload | undefined {
    return this.standing().get(courseId);
  }

  /** Brings a course quietly, from a lesson on, unless the learner paused or removed it. A phone that saves data gets the next words only. */
  async wholeCourse(slug: string, fromLessonId?: string): Promise<void> {
    const entry = this.news.catalogue()?.courses.find((course) => course.slug === slug);
    const { wish, choice = UNCHOSEN } = (entry && (await this.packages.course(entry.courseId))) ?? {};
    if (!entry || wish === 'paused' || wish === 'removed' || !this.line.allows()) return;
    if (this.line.saves()) return this.nextWords(entry, fromLessonId);
    return this.run({ entry, choice, fromLessonId });
  }

  /** Goes on quietly with a course that the learner keeps; any other stays as it is. */
  async goOn(slug: string): Promise<void> {
    const course = await this.packages.current(slug);
    if (course && (await this.packages.course(course.courseId))?.wish === 'kept') await this.wholeCourse(slug);
  }

  /** The learner wants a course on this phone, now. */
  async keep(entry: CatalogueEntry, choice: DownloadChoice): Promise<void> {
    try {
      await this.downloads.course(entry);
      await this.packages.want(entry.courseId, { wish: 'kept', choice });
    } catch (reason) {
      return this.show(entry, { state: isFull(reason) ? 'no-space' : 'offline' });
    }
    // The browser may then no longer free this space by itself; whether it agrees changes nothing else.
    void navigator.storage?.persist?.().catch(() => undefined);
    if (this.line.allows()) return this.run({ entry, choice });
    await this.hold({ entry, choice });
  }

  /** Stops the download of a course until the learner goes on with it; what came is kept. */
  async pause(entry: CatalogueEntry): Promise<void> {
    await this.packages.want(entry.courseId, { wish: 'paused' });
    await this.halt(entry.courseId);
    this.show(entry, { state: 'paused' });
  }

  /** Frees the space of a course; what was learnt stays, and it comes again only when the learner opens it. */
  async remove({ courseId }: CatalogueEntry): Promise<void> {
    await this.halt(courseId);
    await this.packages.remove(courseId);
    this.standing.update((all) => new Map([...all].filter(([id]) => id !== courseId)));
  }

  /** A lesson of a course was opened: when the course was removed, it may come again. */
  async opened(slug: string): Promise<void> {
    const entry = this.news.catalogue()?.courses.find((course) => course.slug === slug);
    const course = entry && (await this.packages.course(entry.courseId));
    if (course?.wish === 'removed') await this.packages.want(course.courseId, {});
  }

  private async run(job: Job): Promise<void> {
    const { courseId, version } = job.entry;
    for (let before = this.running.get(courseId); before; before = this.running.get(courseId)) {
      if (before.job.choice === job.choice && before.job.entry.version === version) return before.ended;
      before.stop.abort();
      await before.ended;
    }
    this.waiting.delete(courseId);
    const stop = new AbortController();
    const ended = this.bring(job, stop.signal)
      .catch((reason: unknown): CourseDownload['state'] => (isFull(reason) ? 'no-space' : 'offline'))
      .then((state) => {
        this.running.delete(courseId);
        if (stop.signal.aborted) return;
        if (state === 'offline') this.waiting.set(courseId, job);
        this.show(job.entry, { state });
      });
    this.running.set(courseId, { job, stop, ended });
    return ended;
  }

  private async bring({ entry, choice, fromLessonId }: Job, stop: AbortSignal): Promise<CourseDownload['state']> {
    const trouble = await this.downloads.course(entry);
    const version = await this.packages.version(entry.courseId, entry.version);
    if (!version) return stateOf(trouble ?? { code: 'offline' });
    const manifest = beginningAt(version.manifest, fromLessonId);
    const plan = downloadPlan(manifest, await this.packages.hashes(), choice);
    const of = downloadPlan(manifest, NOTHING, choice).total;
    let received = of - plan.total;
    for (const part of plan.parts) {
      for (const file of part.files) {
        const show = (bytes: number): void => this.show(entry, { state: 'under-way', received: received + bytes, of, part: part.id });
        show(0);
        const trouble = await this.files.bring([file], { stop, took: show });
        if (trouble) return stateOf(trouble);
        received += file.bytes;
      }
    }
    this.show(entry, { received, of });
    return (await this.switchWhenNewer(version)) ? 'done' : 'damaged';
  }

  /** The documents of a lesson and the one after it, for a phone that saves data. */
  private async nextWords(entry: CatalogueEntry, fromLessonId?: string): Promise<void> {
    await this.downloads.course(entry);
    const version = await this.packages.version(entry.courseId, entry.version);
    if (!version) return;
    const { lessons } = beginningAt(version.manifest, fromLessonId);
    const files = lessons.slice(0, 2).flatMap((lesson) => filesOf(version.manifest, lesson));
    await this.files.bring(files.filter((file) => file.mediaType === 'application/json'));
  }

  /** Makes a complete version the one that lessons are opened in, once this app can read all of it. */
  private async switchWhenNewer(version: StoredVersion): Promise<boolean> {
    const current = await this.packages.current(version.manifest.slug);
    if (current?.version === version.version) return true;
    if (!(await this.packages.isReadable(version))) return false;
    await this.packages.switchTo(version, await this.versionsInUse(version.courseId));
    return true;
  }

  /** Versions in which somebody on this phone is in the middle of a lesson. */
  async versionsInUse(courseId: string): Promise<number[]> {
    const logs = await Promise.all(this.profiles.all().map(({ personId }) => this.log.ofLearner(personId)));
    return logs.flatMap((events) => {
      const own = events.filter((event) => event.courseId === courseId);
      const facts = foldCourse(own);
      return own.filter((event) => lessonState(facts[event.body.lessonId]) === 'started').map((event) => event.version);
    });
  }

  private goOnAll(): void {
    if (this.line.allows()) for (const job of this.waiting.values()) void this.run(job);
  }

  private async holdAll(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ job }) => this.hold(job)));
  }

  private async hold(job: Job): Promise<void> {
    await this.halt(job.entry.courseId);
    this.waiting.set(job.entry.courseId, job);
    this.show(job.entry, { state: 'waits-for-wifi' });
  }

  private async halt(courseId: string): Promise<void> {
    this.waiting.delete(courseId);
    const running = this.running.get(courseId);
    running?.stop.abort();
    await running?.ended;
  }

  private show({ courseId, version }: CatalogueEntry, change: Partial<CourseDownload>): void {
    const none: CourseDownload = { version, state: 'under-way', received: 0, of: 0, part: '' };
    this.standing.update((all) => new Map(all).set(courseId, { ...none, ...all.get(courseId), ...change, version }));
  }
}

/** The lessons of a version from one of them on, then those before it. */
function beginningAt(manifest: Manifest, lessonId?: string): Manifest {
  const { lessons } = manifest;
  const from = Math.max(
    0,
    lessons.findIndex((lesson) => lesson.id === lessonId),
  );
  return { ...manifest, lessons: [...lessons.slice(from), ...lessons.slice(0, from)] };
}

const isFull = (reason: unknown): boolean => (reason as { name?: string } | undefined)?.name === 'QuotaExceededError';
const stateOf = ({ code }: Trouble): 'damaged' | 'offline' => (code === 'damaged' || code === 'not-found' ? 'damaged' : 'offline');
