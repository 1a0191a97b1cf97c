import { after, beginning, inputOf, type Standing } from './explore.js';
import type { PracticeFinding } from './check.js';
import type { Practice, Step } from './practice.js';
import { targetsOfWidget, type Input } from './run.js';
import type { Condition, Effect, Target } from './schema.js';
import type { Screen, Widget, WidgetKind } from './widgets.js';

/** Where in a practice its editor shows something. */
export interface PlaceInPractice {
  part: 'practice' | 'screen' | 'overlay' | 'happening' | 'task';
  /** The id of the part; empty for the practice as a whole. */
  id: string;
  /** The target in it, when one is meant. */
  target?: string;
}

const widgetsOf = (screen: Screen): readonly Widget[] => (screen.kind === 'drawn' ? screen.widgets : []);

/** Every target of a practice, screens first, as they stand in it. */
export function everyTarget(practice: Practice): Target[] {
  const screens = Object.values(practice.screens);
  return [
    ...screens.flatMap((screen) => (screen.kind === 'drawn' ? [] : screen.areas.map((area) => area.target))),
    ...[...screens.flatMap(widgetsOf), ...practice.overlays.flatMap((overlay) => overlay.widgets)].flatMap(targetsOfWidget),
  ];
}

/** Every name that is taken in a practice: of screens, targets, overlays, happenings, tasks and variables. */
function namesIn(practice: Practice): Set<string> {
  const { screens, overlays, happenings, tasks, variables } = practice;
  const ids = [...overlays, ...tasks, ...everyTarget(practice)].map(({ id }) => id);
  return new Set([...ids, ...Object.keys(screens), ...Object.keys(happenings), ...Object.keys(variables)]);
}

/** A name that stands nowhere in the practice yet: the stem with the first free number. */
export function freshName(practice: Practice, stem: string): string {
  const taken = namesIn(practice);
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** Fresh names one after the other, for what needs several before any of them stands in the practice. */
export function freshNames(practice: Practice, stem: string, count: number): string[] {
  const taken = namesIn(practice);
  const names: string[] = [];
  for (let number = 1; names.length < count; number++) if (!taken.has(`${stem}-${number}`)) names.push(`${stem}-${number}`);
  return names;
}

const blankTarget = (id: string): Target => ({ id, label: 'OK', meaning: { km: '', en: '' }, effects: [] });

/** A target to begin with. */
export const newTarget = (practice: Practice): Target => blankTarget(freshName(practice, 'target'));

/** What a new widget of each kind begins as; `names` are two free target names. */
const NEW_WIDGETS: Record<WidgetKind, (target: () => Target, variable: string) => Widget> = {
  'app-bar': () => ({ kind: 'app-bar', title: 'App' }),
  text: () => ({ kind: 'text', text: '…' }),
  button: (target) => ({ kind: 'button', target: target(), tone: 'main' }),
  buttons: (target) => ({ kind: 'buttons', targets: [target(), target()] }),
  list: (target) => ({ kind: 'list', items: [{ target: target() }, { target: target() }] }),
  bubble: () => ({ kind: 'bubble', text: '…', mine: false }),
  field: (target, types) => ({ kind: 'field', target: { ...target(), types } }),
  composer: (target, types) => ({ kind: 'composer', target: { ...target(), types }, send: { ...target(), label: 'Send' } }),
  toggle: (target, variable) => ({ kind: 'toggle', target: { ...target(), effects: [{ do: 'toggle', variable }] }, variable }),
  tiles: () => ({ kind: 'tiles', people: [{ name: 'សុខ ដារា' }] }),
  post: () => ({ kind: 'post', from: '…', text: '…' }),
  address: () => ({ kind: 'address', address: 'example.org' }),
  apps: (target) => ({ kind: 'apps', targets: [target(), target()] }),
  space: () => ({ kind: 'space' }),
};

/** The kinds of widget in the order in which an author meets them. */
export const WIDGET_KINDS = Object.keys(NEW_WIDGETS) as WidgetKind[];

/** A widget to begin with; what it writes or switches is the practice's first fitting variable, or none that exists yet. */
export function newWidget(practice: Practice, kind: WidgetKind): Widget {
  const names = freshNames(practice, 'target', 2);
  const isSwitch = kind === 'toggle';
  const variable = Object.entries(practice.variables).find(([, value]) => (typeof value === 'boolean') === isSwitch)?.[0];
  return NEW_WIDGETS[kind](() => blankTarget(names.shift() ?? ''), variable ?? freshName(practice, isSwitch ? 'switch' : 'words'));
}

/** The practice with every variable that it speaks of: one that a new field or switch needs begins empty or off. */
export function withNeededVariables(practice: Practice): Practice {
  const needed = new Map<string, string | boolean>();
  for (const target of everyTarget(practice)) if (target.types !== undefined) needed.set(target.types, '');
  const widgets = [...Object.values(practice.screens).flatMap(widgetsOf), ...practice.overlays.flatMap((overlay) => overlay.widgets)];
  for (const widget of widgets) if (widget.kind === 'toggle') needed.set(widget.variable, false);
  const missing = [...needed].filter(([name]) => !(name in practice.variables));
  return missing.length === 0 ? practice : { ...practice, variables: { ...practice.variables, ...Object.fromEntries(missing) } };
}

/** The widget once more, its targets under names of their own. */
export function copiedWidget(practice: Practice, widget: Widget): Widget {
  const olds = targetsOfWidget(widget).map(({ id }) => id);
  const names = freshNames(practice, 'target', olds.length);
  const renamed = <T extends { id: string }>(target: T): T => ({ ...target, id: names[olds.indexOf(target.id)] ?? target.id });
  switch (widget.kind) {
    case 'app-bar':
      return {
        ...widget,
        ...(widget.left ? { left: renamed(widget.left) } : {}),
        ...(widget.right ? { right: widget.right.map(renamed) } : {}),
      };
    case 'button':
    case 'field':
    case 'toggle':
      return { ...widget, target: renamed(widget.target) };
    case 'buttons':
    case 'apps':
      return { ...widget, targets: widget.targets.map(renamed) };
    case 'list':
      return { ...widget, items: widget.items.map((item) => ({ ...item, target: renamed(item.target) })) };
    case 'bubble':
      return widget.target ? { ...widget, target: renamed(widget.target) } : widget;
    case 'composer':
      return {
        ...widget,
        target: renamed(widget.target),
        send: renamed(widget.send),
        ...(widget.more ? { more: renamed(widget.more) } : {}),
      };
    case 'post':
      return widget.targets ? { ...widget, targets: widget.targets.map(renamed) } : widget;
    case 'text':
    case 'tiles':
    case 'address':
    case 'space':
      return widget;
  }
}

/** What an author calls a screen: what stands on it first. Empty when nothing does. */
export function screenName(screen: Screen | undefined): string {
  if (screen === undefined) return '';
  if (screen.kind === 'picture') return screen.alt.km;
  for (const widget of screen.widgets) {
    const [target] = targetsOfWidget(widget);
    const name = 'title' in widget ? widget.title : 'text' in widget ? widget.text : target?.label;
    if (name !== undefined && name.trim() !== '') return name;
  }
  return '';
}

/** The practice without a screen, and without the taps' and happenings' ways to it; what still asks for it is found by the checker. */
export function withoutScreen(practice: Practice, id: string): Practice {
  const { [id]: _gone, ...screens } = practice.screens;
  const kept = (effects: readonly Effect[]): Effect[] => effects.filter((effect) => effect.do !== 'go' || effect.screen !== id);
  const cleaned = <T>(value: T): T => withEffects(value, kept);
  const [first = ''] = Object.keys(screens);
  return { ...cleaned({ ...practice, screens }), start: practice.start === id ? first : practice.start };
}

/** Maps every list of effects in a value, whatever it stands in. */
function withEffects<T>(value: T, map: (effects: readonly Effect[]) => Effect[]): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withEffects(one, map)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    (key === 'effects' || key === 'onEnter') && Array.isArray(one) ? map(one as Effect[]) : withEffects(one, map),
  ]);
  return Object.fromEntries(changed) as T;
}

/** The standing before a task: the written ways of the tasks before it are walked as far as they lead. */
export function standingBefore(practice: Practice, task: number): Standing {
  let standing = beginning(practice);
  for (const [index, { path }] of practice.tasks.entries()) {
    if (index >= task) break;
    for (const step of path) {
      if (standing.task > index) break;
      standing = after(practice, standing, inputOf(practice, standing.phone, step));
    }
  }
  return standing;
}

/** The step of a written way that an input was; a wait counts only when something happened in it. */
export function stepOf(input: Input, happened: number): Step | undefined {
  if (input.kind === 'wait') return happened > 0 ? { step: 'wait' } : undefined;
  if (input.kind === 'tap') return { step: 'tap', target: input.target };
  return input.text === '' ? undefined : { step: 'type', target: input.target, text: input.text };
}

/** A goal to begin with: that the screen which is shown now is open. */
export const goalAt = (screen: string): Condition => ({ is: 'on', screen });

/** Where a fault of the checker is mended. */
export function placeInPractice(practice: Practice, { fault, where }: PracticeFinding): PlaceInPractice {
  const [id = '', target] = where.split('.');
  const part = partOf(practice, id, fault === 'path-fails' || fault === 'unreachable-goal');
  return target === undefined ? { part, id: part === 'practice' ? '' : id } : { part, id, target };
}

function partOf(practice: Practice, id: string, isTask: boolean): PlaceInPractice['part'] {
  if (isTask && practice.tasks.some((task) => task.id === id)) return 'task';
  if (id in practice.screens) return 'screen';
  if (practice.overlays.some((overlay) => overlay.id === id)) return 'overlay';
  if (id in practice.happenings) return 'happening';
  return practice.tasks.some((task) => task.id === id) ? 'task' : 'practice';
}

const LISTS = { screens: 'screen', overlays: 'overlay', happenings: 'happening', tasks: 'task' } as const;

/** Where a dotted path of the schema leads, `screens.main.widgets.0.title` or `tasks.1.say.km`. */
export function placeOfPath(practice: Practice, path: string): PlaceInPractice {
  const [list = '', name = ''] = path.split('.');
  if (!(list in LISTS)) return { part: 'practice', id: '' };
  const part = LISTS[list as keyof typeof LISTS];
  if (part === 'screen' || part === 'happening') return { part, id: name };
  const all: readonly { id: string }[] = part === 'task' ? practice.tasks : practice.overlays;
  return { part, id: all[Number(name)]?.id ?? '' };
}

/** A practice to begin with: an app with a button that leads to a second screen, and the task to find it. It passes the checker. */
export function newPractice(id: string, today: string): Practice {
  const words = (km: string, en: string) => ({ km, en });
  return {
    id,
    title: words('លំហាត់អនុវត្តថ្មី', 'A new practice'),
    app: { name: 'App', version: '1', platform: 'Android', checkedOn: today },
    variables: {},
    start: 'screen-1',
    screens: {
      'screen-1': {
        kind: 'drawn',
        widgets: [
          { kind: 'app-bar', title: 'App' },
          { kind: 'space' },
          {
            kind: 'button',
            tone: 'main',
            target: { id: 'target-1', label: 'Open', meaning: words('បើក', 'Open'), effects: [{ do: 'go', screen: 'screen-2' }] },
          },
        ],
      },
      'screen-2': { kind: 'drawn', widgets: [{ kind: 'app-bar', title: 'Welcome' }] },
    },
    overlays: [],
    happenings: {},
    tasks: [
      {
        id: 'task-1',
        say: words('សូមចុច Open (បើក)។', 'Tap Open.'),
        goal: { is: 'on', screen: 'screen-2' },
        path: [{ step: 'tap', target: 'target-1' }],
      },
    ],
  };
}
