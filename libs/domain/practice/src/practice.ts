import { Slug, Text } from '@sala/domain/khmer';
import * as v from 'valibot';
import { Condition, Effect, Value, type Target } from './schema.js';
import { AppStamp, Screen, Widget } from './widgets.js';

/** Something that happens by itself: the host lets you in, a call comes, a room closes, the line drops. */
export const Happening = v.object({
  /** Seconds from its start until it happens. */
  after: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)),
  effects: v.pipe(v.array(Effect), v.minLength(1), v.maxLength(8)),
  /** What is said to the learner when it happens. */
  say: v.optional(Text),
  /** Whether the seconds left are shown: the countdown of a closing room. */
  countdown: v.optional(v.boolean()),
});
/** Something that happens by itself. */
export type Happening = v.InferOutput<typeof Happening>;

/** One step of a way through a practice. */
export const Step = v.variant('step', [
  v.object({ step: v.literal('tap'), target: Slug }),
  v.object({ step: v.literal('type'), target: Slug, text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)) }),
  v.object({ step: v.literal('wait') }),
]);
/** One step of a way through a practice. */
export type Step = v.InferOutput<typeof Step>;

/** Something to reach, with what is said before, and the way that is shown. */
export const Task = v.object({
  id: Slug,
  say: Text,
  goal: Condition,
  path: v.pipe(v.array(Step), v.minLength(1), v.maxLength(20)),
  hint: v.optional(Text),
});
/** Something to reach. */
export type Task = v.InferOutput<typeof Task>;

/** Widgets laid over every screen while their condition holds: a dialog, an incoming call, a notification. */
export const Overlay = v.object({
  id: Slug,
  when: Condition,
  modal: v.boolean(),
  form: v.picklist(['dialog', 'sheet', 'notification', 'full']),
  widgets: v.pipe(v.array(Widget), v.minLength(1), v.maxLength(8)),
});
/** Widgets laid over every screen while their condition holds. */
export type Overlay = v.InferOutput<typeof Overlay>;

/** A simulated phone app as a graph of screens, with tasks to do in it. The same value is watched, tried, tested and printed. */
export const Practice = v.object({
  id: Slug,
  title: Text,
  app: AppStamp,
  variables: v.record(Slug, Value),
  start: Slug,
  screens: v.record(Slug, Screen),
  overlays: v.optional(v.pipe(v.array(Overlay), v.maxLength(6)), []),
  happenings: v.optional(v.record(Slug, Happening), {}),
  tasks: v.pipe(v.array(Task), v.minLength(1), v.maxLength(12)),
});
/** A simulated phone app as a graph of screens, with tasks to do in it. */
export type Practice = v.InferOutput<typeof Practice>;
export type { Target };
