import { readAs, Slug, COURSE_FORMAT, type Finding, type Read } from '@sala/domain/content';
import * as v from 'valibot';

/** Where a draft stands on its way to learners. */
export const DRAFT_STATES = ['draft', 'in-review', 'approved', 'published'] as const;
/** One of `DRAFT_STATES`. */
export type DraftState = (typeof DRAFT_STATES)[number];

/** What is done to a draft as a whole; each act is kept for good. `edit` takes a published draft up again. */
export const DRAFT_ACTS = ['begin', 'edit', 'submit', 'send-back', 'approve', 'publish', 'retire', 'import', 'comment', 'resolve'] as const;
/** One of `DRAFT_ACTS`. */
export type DraftAct = (typeof DRAFT_ACTS)[number];

/** The acts that move a draft from one state to another. */
export type DraftStep = Extract<DraftAct, 'edit' | 'submit' | 'send-back' | 'approve' | 'publish'>;

const STEPS: Record<DraftStep, { from: readonly DraftState[]; to: DraftState }> = {
  edit: { from: ['draft', 'published'], to: 'draft' },
  submit: { from: ['draft'], to: 'in-review' },
  'send-back': { from: ['in-review', 'approved'], to: 'draft' },
  approve: { from: ['in-review'], to: 'approved' },
  publish: { from: ['approved'], to: 'published' },
};

/** What came of a step: the new state, or why it may not be taken. */
export type DraftMove = { ok: true; state: DraftState } | { ok: false; why: 'wrong-state' | 'own-work' };

/**
 * Moves a draft. Nobody approves what they wrote themselves: `authors` are all who saved something since the last published version, so that
 * a colleague's last comma does not make the first author a reviewer.
 */
export function moveDraft(state: DraftState, step: DraftStep, actorId: string, authors: readonly string[]): DraftMove {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) return { ok: false, why: 'wrong-state' };
  if (step === 'approve' && authors.includes(actorId)) return { ok: false, why: 'own-work' };
  return { ok: true, state: to };
}

/** A draft's JSON may weigh this much; a course of 30 full lessons has a third of it. */
export const DRAFT_BYTES = 3_000_000;
const DEEPEST = 24;

const words = v.object({ km: v.pipe(v.string(), v.maxLength(20_000)), en: v.pipe(v.string(), v.maxLength(20_000)) });
const differ = <T extends { id: string }>(what: string) =>
  v.check((all: T[]) => new Set(all.map((one) => one.id)).size === all.length, `${what} ids must differ`);
const parts = v.pipe(v.array(v.looseObject({ id: Slug })), v.maxLength(60), differ('part'));
const cards = v.pipe(v.array(v.looseObject({ id: Slug, kind: v.string() })), v.maxLength(60), differ('card'));

/**
 * A course while it is being written: the same shape as a course, but a text may still be empty and a question unfinished. Only what the editor needs
 * to find its way in it is asked for: ids that differ.
 */
export const DraftDocument = v.looseObject({
  format: v.literal(COURSE_FORMAT),
  id: v.pipe(v.string(), v.uuid()),
  slug: Slug,
  title: words,
  summary: words,
  lessons: v.pipe(v.array(v.looseObject({ id: Slug, cards })), v.maxLength(60), differ('lesson')),
  practices: v.optional(parts, []),
  quizzes: v.optional(parts, []),
});
/** A course while it is being written. */
export type DraftDocument = v.InferOutput<typeof DraftDocument>;

function depthOf(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((one) => depthOf(one, left - 1));
}

/** Reads a draft's document; what is too deep or too large is no course of ours. */
export function readDraft(value: unknown): Read<DraftDocument> {
  const refused = (reason: string): { ok: false; findings: Finding[] } => ({ ok: false, findings: [{ path: '', reason }] });
  if (!depthOf(value)) return refused('too deep');
  if (JSON.stringify(value ?? null).length > DRAFT_BYTES) return refused('too large');
  return readAs(DraftDocument, value);
}
