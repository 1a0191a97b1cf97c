import type { PlaceInCourse } from '@sala/domain/publishing';

const PAGES = { lesson: 'lessons', practice: 'practices', quiz: 'tests' } as const;

/** The page on which something in a course is written; for a card or question the page with it open. */
export function placeLink(courseId: string, { part, id, item }: PlaceInCourse): string {
  const parts = part === 'course' || id === undefined ? [] : [PAGES[part], id, ...(item === undefined ? [] : [item])];
  return ['/courses', courseId, ...parts].join('/');
}
