import type { Finding } from '@sala/domain/content';
import type { PublishFinding, PublishRule } from './checks.js';

/** Where in a course something stands, for "go to": a part, a card of a lesson or a question of a quiz, and a field in it. */
export interface PlaceInCourse {
  part: 'course' | 'lesson' | 'practice' | 'quiz';
  /** The lesson, practice or quiz. */
  id?: string;
  /** The card of a lesson, or the question of a quiz. */
  item?: string;
  /** The rest of the way, with dots; empty for the part or item as a whole. */
  field: string;
}

/** What stands in the way of publishing, and where to go to mend it. */
export interface DraftFinding {
  rule: PublishRule | 'not-filled-in';
  place: PlaceInCourse;
  detail: string;
}

type Part = Record<string, unknown>;
const LISTS = { lessons: 'lesson', practices: 'practice', quizzes: 'quiz' } as const;
const ITEMS: Record<PlaceInCourse['part'], string | undefined> = { course: undefined, lesson: 'cards', practice: undefined, quiz: 'bank' };

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown, key: string): Part[] => {
  const list = isPart(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isPart) : [];
};
/** A list's member by its id or, as schemas name it, by its number. */
const memberOf = (list: readonly Part[], name: string | undefined): Part | undefined =>
  list.find((one) => one['id'] === name) ?? (name !== undefined && /^\d+$/.test(name) ? list[Number(name)] : undefined);

function within(part: Exclude<PlaceInCourse['part'], 'course'>, found: Part, rest: readonly string[]): PlaceInCourse {
  const items = ITEMS[part];
  const id = String(found['id']);
  // Checks of a whole lesson name its cards with or without the list before them.
  const names = rest[0] === items ? rest.slice(1) : rest;
  const item = items === undefined ? undefined : memberOf(listOf(found, items), names[0]);
  if (!item) return { part, id, field: rest.join('.') };
  return { part, id, item: String(item['id']), field: names.slice(1).join('.') };
}

/** Where a finding's dotted path leads in a course document: paths begin with a list and a name or number, or with the id of a part. */
export function placeInCourse(course: unknown, where: string): PlaceInCourse {
  const [first = '', second, ...rest] = where.split('.');
  if (first in LISTS) {
    const found = memberOf(listOf(course, first), second);
    return found ? within(LISTS[first as keyof typeof LISTS], found, rest) : { part: 'course', field: where };
  }
  for (const [list, part] of Object.entries(LISTS)) {
    const found = listOf(course, list).find((one) => one['id'] === first);
    if (found)
      return within(
        part,
        found,
        [second, ...rest].filter((name) => name !== undefined),
      );
  }
  return { part: 'course', field: where };
}

/** A schema's or check's finding as one of the editor, with its place. */
export function draftFinding(course: unknown, finding: Finding | PublishFinding): DraftFinding {
  if ('rule' in finding) return { rule: finding.rule, place: placeInCourse(course, finding.where), detail: finding.detail };
  return { rule: 'not-filled-in', place: placeInCourse(course, finding.path), detail: finding.reason };
}
