import { questionsOf, readCourse, type Course, type Lesson } from '@sala/domain/content';
import { mediaOf, practicesOf } from '@sala/domain/publishing';
import type { CurriculumCourse } from './curriculum.js';
import { weightOf } from './lint.js';

/** How much there is of what, in the order to show it. */
export type Counts = ReadonlyMap<string, number>;

interface Weighed {
  course: Course;
  /** The bytes of each picture on the line. */
  media: ReadonlyMap<string, number>;
}

function byKind(what: string, kinds: readonly string[]): [string, number][] {
  const each = [...new Set(kinds)].sort().map((kind): [string, number] => [`${what}: ${kind}`, kinds.filter((one) => one === kind).length]);
  return [[what, kinds.length], ...each];
}

const kB = (bytes: number): number => Math.round(bytes / 100) / 10;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What a phone fetches for a lesson: its text, its practices and all their pictures. */
function lessonBytes({ course, media }: Weighed, lesson: Lesson): number {
  const used = practicesOf(lesson);
  const parts = [lesson, ...course.practices.filter((practice) => used.includes(practice.id))];
  const pictures = [...new Set(mediaOf(parts))];
  return sum([...parts.map(weightOf), ...pictures.map((path) => media.get(path) ?? 0)]);
}

function countsOf(all: readonly Weighed[]): Counts {
  const courses = all.map(({ course }) => course);
  const lessons = courses.flatMap((course) => course.lessons);
  const cards = lessons.flatMap((lesson) => lesson.cards.map((card) => card.kind));
  const quizzes = courses.flatMap((course) => course.quizzes);
  const questions = [...lessons.flatMap(questionsOf), ...quizzes.flatMap((quiz) => quiz.bank)].map((question) => question.kind);
  const practices = courses.flatMap((course) => course.practices);
  const bytes = all.flatMap((weighed) => weighed.course.lessons.map((lesson) => lessonBytes(weighed, lesson)));
  return new Map<string, number>([
    ['modules', courses.length],
    ['lessons', lessons.length],
    ['lessons in draft Khmer', lessons.filter((lesson) => lesson.khmerReview === 'draft').length],
    ...byKind('cards', cards),
    ['job cards', cards.filter((kind) => kind === 'job').length],
    ...byKind('questions', questions),
    ['practices', practices.length],
    ['quizzes', quizzes.length],
    ['kB a lesson, on average', kB(sum(bytes) / bytes.length)],
    ['kB of the heaviest lesson', kB(Math.max(...bytes))],
    ['kB of the largest practice', kB(Math.max(0, ...practices.map(weightOf)))],
  ]);
}

/** What there is in each course by its slug, and in all together as `total`; a document that fits no schema has nothing to count. */
export function countCourses(courses: readonly CurriculumCourse[]): Map<string, Counts> {
  const weighed = courses.flatMap(({ course, media }): Weighed[] => {
    const read = readCourse(course);
    return read.ok ? [{ course: read.value, media: new Map(media.map((file) => [file.path, weightOf(file.bytes)])) }] : [];
  });
  return new Map([...weighed.map((one) => [one.course.slug, countsOf([one])] as const), ['total', countsOf(weighed)]]);
}
