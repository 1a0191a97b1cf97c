import { FilePath, Slug, Text } from '@sala/domain/khmer';
import * as v from 'valibot';
import { Condition, Effect, Target } from './schema.js';

const words = v.pipe(v.string(), v.maxLength(300));
const shown = { when: v.optional(Condition) };
const few = <T extends v.GenericSchema>(schema: T, most: number) => v.pipe(v.array(schema), v.minLength(1), v.maxLength(most));

/** A drawn part of a screen. Texts are what the real app would show; `{variable}` in them shows a variable. */
export const Widget = v.variant('kind', [
  v.object({
    ...shown,
    kind: v.literal('app-bar'),
    title: words,
    detail: v.optional(words),
    left: v.optional(Target),
    right: v.optional(v.pipe(v.array(Target), v.maxLength(2))),
  }),
  v.object({ ...shown, kind: v.literal('text'), text: words, tone: v.optional(v.picklist(['plain', 'title', 'quiet', 'notice'])) }),
  v.object({ ...shown, kind: v.literal('button'), target: Target, tone: v.picklist(['main', 'plain', 'danger']) }),
  v.object({ ...shown, kind: v.literal('buttons'), targets: few(Target, 6) }),
  v.object({
    ...shown,
    kind: v.literal('list'),
    items: few(
      v.object({
        ...shown,
        target: Target,
        detail: v.optional(words),
        icon: v.optional(v.picklist(['person', 'group', 'file', 'settings', 'phone', 'lock', 'folder', 'picture', 'room'])),
      }),
      8,
    ),
  }),
  v.object({
    ...shown,
    kind: v.literal('bubble'),
    from: v.optional(words),
    text: words,
    mine: v.boolean(),
    time: v.optional(words),
    target: v.optional(Target),
  }),
  v.object({ ...shown, kind: v.literal('field'), target: Target, secret: v.optional(v.boolean()) }),
  v.object({ ...shown, kind: v.literal('composer'), target: Target, send: Target, more: v.optional(Target) }),
  v.object({ ...shown, kind: v.literal('toggle'), target: Target, variable: Slug }),
  v.object({
    ...shown,
    kind: v.literal('tiles'),
    people: few(
      v.object({ name: words, muted: v.optional(v.boolean()), camera: v.optional(v.boolean()), hand: v.optional(v.boolean()) }),
      9,
    ),
  }),
  v.object({
    ...shown,
    kind: v.literal('post'),
    from: words,
    text: words,
    time: v.optional(words),
    comments: v.optional(v.pipe(v.array(v.object({ from: words, text: words })), v.maxLength(4))),
    targets: v.optional(v.pipe(v.array(Target), v.maxLength(3))),
  }),
  v.object({ ...shown, kind: v.literal('address'), address: words }),
  v.object({ ...shown, kind: v.literal('apps'), targets: few(Target, 12) }),
  v.object({ ...shown, kind: v.literal('space') }),
]);
/** A drawn part of a screen. */
export type Widget = v.InferOutput<typeof Widget>;
/** The kinds of widget; tables by kind are `Record<WidgetKind, …>`. */
export type WidgetKind = Widget['kind'];

/** A part of a picture screen that can be tapped, in hundredths of its width and height. */
export const Area = v.object({ target: Target, left: v.number(), top: v.number(), width: v.number(), height: v.number() });
/** A part of a picture screen that can be tapped. */
export type Area = v.InferOutput<typeof Area>;

/** The app that a screen imitates, and when somebody looked at it last. */
export const AppStamp = v.object({
  name: v.string(),
  version: v.string(),
  platform: v.string(),
  checkedOn: v.pipe(v.string(), v.isoDate()),
});

const screenShared = { app: v.optional(AppStamp), onEnter: v.optional(v.pipe(v.array(Effect), v.maxLength(8))) };

/** A screen of the simulated phone: drawn with widgets, or a picture with areas. */
export const Screen = v.variant('kind', [
  v.object({ ...screenShared, kind: v.literal('drawn'), widgets: v.pipe(v.array(Widget), v.maxLength(16)) }),
  v.object({
    ...screenShared,
    kind: v.literal('picture'),
    file: FilePath,
    alt: Text,
    ratio: v.number(),
    areas: v.pipe(v.array(Area), v.maxLength(12)),
  }),
]);
/** A screen of the simulated phone: drawn with widgets, or a picture with areas. */
export type Screen = v.InferOutput<typeof Screen>;
