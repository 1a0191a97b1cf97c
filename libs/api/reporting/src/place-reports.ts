import { Versions } from '@sala/api/library';
import { pathOf, PlacePages, Places } from '@sala/api/people';
import { Problem, type Caller } from '@sala/api/platform';
import type { BothLanguages, CourseInReport, PlaceInReport, PlaceReply, PlaceReportReply, StuckInReport } from '@sala/contract/dto';
import { NATION } from '@sala/domain/access';
import type { Manifest } from '@sala/domain/publishing';
import { hiddenParts, isShown } from '@sala/domain/reporting';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COUNTS, type CourseRow, type Counts, type PartRow, type StuckRow } from './place-counts.js';

/** Reports of places: who is reached, how far they have come, and where they are stuck. Small groups are not shown. */
@Injectable()
export class PlaceReports {
  constructor(
    private readonly database: DataSource,
    private readonly places: PlacePages,
    private readonly gazetteer: Places,
    private readonly versions: Versions,
  ) {}

  /** The report of a place as it is now. */
  async of(code: string, caller: Caller): Promise<PlaceReportReply> {
    caller.mustBeAllowed('report.read', { place: code });
    const path = await this.places.named(pathOf(code));
    const place = path.at(-1);
    if (place?.code !== code) throw new Problem('not-found');
    const below = code === NATION ? 2 : code.length + 2;
    const { parts: rows, courses: inCourses, stuck } = await this.counts(code, below);
    const { part: _, ...tally } = rows.find(({ part }) => part === null) ?? EMPTY;
    const head = { place, path: path.slice(0, -1), at: new Date().toISOString() };
    if (!isShown(tally.people)) return { ...head, below: [], courses: [], stuck: [], stuckHidden: 0 };
    const manifests = await this.versions.newest();
    const parts = await this.parts(code, rows);
    const courses = coursesOf(inCourses, manifests);
    return { ...head, tally, below: parts, courses, stuck: await this.stuck(stuck, manifests), stuckHidden: stuck[0]?.hidden ?? 0 };
  }

  /** Goes over all people of the place, so it is planned for so many, with room to keep a country in memory. */
  private async counts(code: string, below: number): Promise<Counts> {
    const [counts] = await this.database.transaction(async (tx) => {
      await tx.query(`set local work_mem = '32MB'`);
      return tx.query<Counts[]>(COUNTS, [code, below]);
    });
    return counts ?? { parts: [], courses: [], stuck: [] };
  }

  /** The places just below, those without a learner as well: a place that nobody reaches is what an officer looks for. */
  private async parts(code: string, rows: readonly PartRow[]): Promise<PlaceInReport[]> {
    const below = await this.gazetteer.children(code);
    const here = rows.filter(({ part }) => part === code);
    const [itself] = here.length > 0 ? await this.places.named([code]) : [];
    const all: { place: PlaceReply; isItself: boolean }[] = [
      ...(itself ? [{ place: itself, isItself: true }] : []),
      ...below.map((place) => ({ place, isItself: false })),
    ];
    const tallies = all.map(({ place }): PartRow => rows.find(({ part }) => part === place.code) ?? { ...EMPTY, part: place.code });
    const hidden = hiddenParts(tallies.map(({ people }) => people));
    return all.map(({ place, isItself }, index): PlaceInReport => {
      const { part: _, ...tally } = tallies[index] ?? EMPTY;
      return hidden[index] ? { place, isItself } : { place, isItself, tally };
    });
  }

  private async stuck(rows: readonly StuckRow[], manifests: readonly Manifest[]): Promise<StuckInReport[]> {
    const shown = rows.filter(({ people }) => isShown(people));
    const named = await Promise.all(shown.map((row) => this.named(row, manifests)));
    return named.filter((row) => row !== undefined);
  }

  /** What people are stuck at, in words; nothing when the newest version no longer has it. */
  private async named(
    { courseId, lessonId, item, step, people }: StuckRow,
    manifests: readonly Manifest[],
  ): Promise<StuckInReport | undefined> {
    const manifest = manifests.find((one) => one.courseId === courseId);
    const lesson = [...(manifest?.lessons ?? []), ...(manifest?.quizzes ?? [])].find(({ id }) => id === lessonId);
    if (!manifest || !lesson) return undefined;
    const what = await this.wordsOf(manifest, lessonId, item, step);
    return what && { courseId, course: manifest.title, lesson: lesson.title, what, isPractice: step !== '', people };
  }

  private async wordsOf(manifest: Manifest, lessonId: string, item: string, step: string): Promise<BothLanguages | undefined> {
    if (step !== '') return (await this.versions.practice(manifest, item))?.tasks.find(({ id }) => id === step)?.say;
    const units = await this.versions.unitsOf(manifest.courseId, manifest.version);
    return units?.get(lessonId)?.questions.find(({ id }) => id === item)?.prompt;
  }
}

function coursesOf(rows: readonly CourseRow[], manifests: readonly Manifest[]): CourseInReport[] {
  return manifests.map(({ courseId, title, lessons }): CourseInReport => {
    const course = { courseId, title, lessons: lessons.length };
    const { courseId: _, ...tally } = rows.find((row) => row.courseId === courseId) ?? { ...NOBODY, courseId };
    return isShown(tally.began) ? { ...course, tally } : course;
  });
}

const NOBODY = { began: 0, finished: 0, alone: 0, mastered: 0, helped: 0, inGroup: 0, signedOff: 0, lessonsDone: 0 };
const EMPTY: PartRow = {
  part: null,
  people: 0,
  withCard: 0,
  connected: 0,
  began: 0,
  completed: 0,
  finished: 0,
  alone: 0,
  mastered: 0,
  helped: 0,
  inGroup: 0,
  signedOff: 0,
};
