import type { WidgetKind } from '@sala/domain/practice';
import type { Message } from '@sala/web/ui';
import { iconMessages, practiceEditorMessages as words } from './practice-messages.js';

/** One part of a widget, as its form shows it. */
export type PartSpec =
  | { is: 'words'; key: string; label: Message; optional?: true }
  | { is: 'choice'; key: string; label: Message; options: readonly (readonly [value: string, label: Message])[]; optional?: true }
  | { is: 'flag'; key: string; label: Message }
  | { is: 'switch'; key: string; label: Message }
  | { is: 'target'; key: string; label: Message; optional?: true; writes?: true }
  | { is: 'targets'; key: string; label: Message; least: number; most: number }
  | RowsSpec;

/** Rows of parts: lines of a list, people, comments. */
export interface RowsSpec {
  is: 'rows';
  key: string;
  label: Message;
  least: number;
  most: number;
  row: readonly PartSpec[];
  /** What stands in each row from the beginning: words under these keys, or a target. */
  blank: readonly string[] | 'target';
}

/** A kind of widget: what it is called, and the parts of its form. */
export interface WidgetSpec {
  name: Message;
  parts: readonly PartSpec[];
}

const text = (key: string, label: Message): PartSpec => ({ is: 'words', key, label });
const maybe = (key: string, label: Message): PartSpec => ({ is: 'words', key, label, optional: true });
const target = (label: Message, more: { key?: string; optional?: true; writes?: true } = {}): PartSpec => ({
  is: 'target',
  key: 'target',
  label,
  ...more,
});
const targets = (most: number): PartSpec => ({ is: 'targets', key: 'targets', label: words.button, least: 1, most });

/** The form of every kind of widget. */
export const WIDGETS: Record<WidgetKind, WidgetSpec> = {
  'app-bar': {
    name: words.appBar,
    parts: [
      text('title', words.title),
      maybe('detail', words.detail),
      target(words.leftButton, { key: 'left', optional: true }),
      { is: 'targets', key: 'right', label: words.rightButtons, least: 0, most: 2 },
    ],
  },
  text: {
    name: words.textKind,
    parts: [
      text('text', words.words),
      {
        is: 'choice',
        key: 'tone',
        label: words.look,
        optional: true,
        options: [
          ['plain', words.plain],
          ['title', words.heading],
          ['quiet', words.quiet],
          ['notice', words.notice],
        ],
      },
    ],
  },
  button: {
    name: words.button,
    parts: [
      {
        is: 'choice',
        key: 'tone',
        label: words.look,
        options: [
          ['main', words.mainButton],
          ['plain', words.plainButton],
          ['danger', words.dangerButton],
        ],
      },
      target(words.button),
    ],
  },
  buttons: { name: words.buttons, parts: [targets(6)] },
  list: {
    name: words.list,
    parts: [
      {
        is: 'rows',
        key: 'items',
        label: words.line,
        least: 1,
        most: 8,
        blank: 'target',
        row: [
          target(words.line),
          maybe('detail', words.detail),
          { is: 'choice', key: 'icon', label: words.picture, optional: true, options: Object.entries(iconMessages) },
        ],
      },
    ],
  },
  bubble: {
    name: words.bubble,
    parts: [
      maybe('from', words.from),
      text('text', words.words),
      { is: 'flag', key: 'mine', label: words.mine },
      maybe('time', words.time),
      target(words.tapsIt, { optional: true }),
    ],
  },
  field: { name: words.fieldKind, parts: [target(words.fieldKind, { writes: true }), { is: 'flag', key: 'secret', label: words.secret }] },
  composer: {
    name: words.composer,
    parts: [
      target(words.composer, { writes: true }),
      target(words.sendButton, { key: 'send' }),
      target(words.moreButton, { key: 'more', optional: true }),
    ],
  },
  toggle: { name: words.toggle, parts: [{ is: 'switch', key: 'variable', label: words.remembers }, target(words.toggle)] },
  tiles: {
    name: words.tiles,
    parts: [
      {
        is: 'rows',
        key: 'people',
        label: words.person,
        least: 1,
        most: 9,
        blank: ['name'],
        row: [
          text('name', words.name),
          { is: 'flag', key: 'muted', label: words.muted },
          { is: 'flag', key: 'camera', label: words.camera },
          { is: 'flag', key: 'hand', label: words.hand },
        ],
      },
    ],
  },
  post: {
    name: words.post,
    parts: [
      text('from', words.from),
      text('text', words.words),
      maybe('time', words.time),
      {
        is: 'rows',
        key: 'comments',
        label: words.comment,
        least: 0,
        most: 4,
        blank: ['from', 'text'],
        row: [text('from', words.from), text('text', words.words)],
      },
      { is: 'targets', key: 'targets', label: words.button, least: 0, most: 3 },
    ],
  },
  address: { name: words.address, parts: [text('address', words.address)] },
  apps: { name: words.apps, parts: [targets(12)] },
  space: { name: words.space, parts: [] },
};
