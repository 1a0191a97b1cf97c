import { Slug, Text } from '@sala/domain/khmer';
import * as v from 'valibot';

/** What a variable of a practice holds. */
export const Value = v.union([v.pipe(v.string(), v.maxLength(500)), v.number(), v.boolean()]);
/** What a variable of a practice holds. */
export type Value = v.InferOutput<typeof Value>;

/** When a widget is shown, an event goes on, or a task is done. */
export type Condition =
  | { is: 'on'; screen: string }
  | { is: 'equal'; variable: string; value: Value }
  | { is: 'same-text'; variable: string; text: string }
  | { is: 'not'; of: Condition }
  | { is: 'all' | 'any'; of: Condition[] };

/** When a widget is shown, an event goes on, or a task is done. */
export const Condition: v.GenericSchema<unknown, Condition> = v.lazy(() =>
  v.variant('is', [
    v.object({ is: v.literal('on'), screen: Slug }),
    v.object({ is: v.literal('equal'), variable: Slug, value: Value }),
    v.object({ is: v.literal('same-text'), variable: Slug, text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)) }),
    v.object({ is: v.literal('not'), of: Condition }),
    v.object({ is: v.picklist(['all', 'any']), of: v.pipe(v.array(Condition), v.minLength(1), v.maxLength(8)) }),
  ]),
) as v.GenericSchema<unknown, Condition>;

/** What a tap or an event does. */
export const Effect = v.variant('do', [
  v.object({ do: v.literal('go'), screen: Slug }),
  v.object({ do: v.literal('set'), variable: Slug, value: Value }),
  v.object({ do: v.literal('toggle'), variable: Slug }),
  v.object({ do: v.literal('start'), event: Slug }),
  v.object({ do: v.literal('stop'), event: Slug }),
]);
/** What a tap or an event does. */
export type Effect = v.InferOutput<typeof Effect>;

const effects = v.pipe(v.array(Effect), v.maxLength(8));

/** Something to tap: the real English word, its Khmer meaning, and what it does. */
export const Target = v.object({
  id: Slug,
  /** The label as the real app shows it, in English. */
  label: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
  /** What the label means, in Khmer; the checker asks for it. */
  meaning: v.optional(Text),
  effects,
  /** What to say when this was the wrong tap. */
  help: v.optional(Text),
  /** The variable that takes what is typed here. */
  types: v.optional(Slug),
});
/** Something to tap: the real English word, its Khmer meaning, and what it does. */
export type Target = v.InferOutput<typeof Target>;
