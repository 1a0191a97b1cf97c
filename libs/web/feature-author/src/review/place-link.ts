import type { PlaceInCourse } from '@sala/domain/publishing';

/** The page on which something in a course is written, and the card or question in it. */
export interface PlaceLink {
  path: string;
  query: Record<string, string>;
}

const PAGES = { lesson: 'lessons', practice: 'practices', quiz: 'quizzes' } as const;

/** The way to a place in a course that is being written. */
export function placeLink(courseId: string, { part, id, item }: PlaceInCourse): PlaceLink {
  const course = `/courses/${courseId}`;
  if (part === 'course' || id === undefined) return { path: course, query: {} };
  return { path: `${course}/${PAGES[part]}/${id}`, query: item === undefined ? {} : { [part === 'quiz' ? 'question' : 'card']: item } };
}
