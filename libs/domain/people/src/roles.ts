import type { Role } from '@sala/domain/access';
import { searchKey } from '@sala/domain/khmer';

/** The words for the roles in a table, the one that an export writes first. */
export const ROLE_WORDS: Record<Role, readonly string[]> = {
  learner: ['អ្នករៀន', 'សិក្ខាកាម', 'learner'],
  mentor: ['អ្នកណែនាំ', 'mentor'],
  trainer: ['គ្រូឧទ្ទេស', 'trainer'],
  reviewer: ['អ្នកពិនិត្យ', 'reviewer'],
  officer: ['មន្ត្រី', 'officer'],
  administrator: ['អ្នកគ្រប់គ្រង', 'administrator'],
};

const BY_WORD = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) => words.map((word) => [searchKey(word), role as Role] as const)),
);

/** The roles that a cell names, divided by commas; `undefined` when one of them is unknown. An empty cell means a learner. */
export function rolesIn(cell: string): Role[] | undefined {
  const words = cell.split(/[,;/]/).filter((word) => word.trim() !== '');
  if (words.length === 0) return ['learner'];
  const roles = words.map((word) => BY_WORD.get(searchKey(word)));
  return roles.every((role) => role !== undefined) ? [...new Set(roles)] : undefined;
}
