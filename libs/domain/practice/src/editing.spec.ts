import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { breakout } from './breakout.fixture.js';
import { check } from './check.js';
import {
  copiedWidget,
  everyTarget,
  freshName,
  freshNames,
  goalAt,
  newPractice,
  newWidget,
  placeInPractice,
  placeOfPath,
  screenName,
  standingBefore,
  stepOf,
  WIDGET_KINDS,
  withNeededVariables,
  withoutScreen,
} from './editing.js';
import { Practice } from './practice.js';
import { targetsOfWidget } from './run.js';
import type { Widget } from './widgets.js';

const COURSES = 'libs/curriculum/courses';
const all = readdirSync(COURSES).flatMap((course) =>
  readdirSync(`${COURSES}/${course}/practices`).map((file) =>
    v.parse(Practice, JSON.parse(readFileSync(`${COURSES}/${course}/practices/${file}`, 'utf8'))),
  ),
);
const practices = [breakout, ...all];
const somePractice = fc.constantFrom(...practices);
const fresh = newPractice('new', '2026-11-01');

const on = (practice: Practice, screen: string, widget: Widget): Practice => {
  const shown = practice.screens[screen];
  if (shown?.kind !== 'drawn') return practice;
  return { ...practice, screens: { ...practice.screens, [screen]: { ...shown, widgets: [...shown.widgets, widget] } } };
};

describe('a practice that is being written', () => {
  it('begins as one that could be published', () => {
    expect(v.parse(Practice, fresh)).toEqual(fresh);
    expect(check(fresh)).toEqual([]);
  });

  it.each(WIDGET_KINDS)('takes a new %s that fits the schema once its words are filled in', (kind) => {
    const widget = newWidget(fresh, kind);
    const filled: unknown = JSON.parse(JSON.stringify(widget).replaceAll('"km":"","en":""', '"km":"ក","en":"a"'));
    const practice = withNeededVariables(on(fresh, 'screen-2', filled as Widget));
    expect(v.safeParse(Practice, practice).success).toBe(true);
    expect(check(practice)).toEqual([]);
  });

  it('gives names that stand nowhere yet', () => {
    fc.assert(
      fc.property(somePractice, fc.constantFrom('target', 'screen', 'task'), fc.integer({ min: 1, max: 9 }), (practice, stem, count) => {
        const names = freshNames(practice, stem, count);
        const taken = new Set([...everyTarget(practice).map(({ id }) => id), ...Object.keys(practice.screens)]);
        expect(new Set(names).size).toBe(count);
        expect(names.filter((name) => taken.has(name))).toEqual([]);
        expect(names[0]).toBe(freshName(practice, stem));
      }),
    );
  });

  it('copies a widget with targets of its own and nothing else changed', () => {
    const widgets = practices.flatMap((practice) =>
      Object.values(practice.screens).flatMap((screen) =>
        screen.kind === 'drawn' ? screen.widgets.map((widget) => ({ practice, widget })) : [],
      ),
    );
    for (const { practice, widget } of widgets) {
      const copy = copiedWidget(practice, widget);
      const [olds, news] = [targetsOfWidget(widget), targetsOfWidget(copy)];
      expect(news.map(({ id: _id, ...rest }) => rest)).toEqual(olds.map(({ id: _id, ...rest }) => rest));
      expect(news.filter(({ id }) => everyTarget(practice).some((target) => target.id === id))).toEqual([]);
    }
  });

  it('loses a screen with every way to it, and begins elsewhere when it began there', () => {
    fc.assert(
      fc.property(
        somePractice.chain((practice) => fc.tuple(fc.constant(practice), fc.constantFrom(...Object.keys(practice.screens)))),
        ([practice, gone]) => {
          const left = withoutScreen(practice, gone);
          expect(left.screens).not.toHaveProperty([gone]);
          expect(JSON.stringify(left)).not.toContain(`{"do":"go","screen":"${gone}"}`);
          expect(left.start).not.toBe(gone);
          expect(Object.keys(left.screens)).toEqual(Object.keys(practice.screens).filter((id) => id !== gone));
        },
      ),
    );
  });

  it('stands before each task where the ways before it lead', () => {
    for (const practice of practices) {
      for (const [index] of practice.tasks.entries()) expect(standingBefore(practice, index).task).toBeGreaterThanOrEqual(index);
      expect(standingBefore(practice, 0).phone.screen).toBe(practice.start);
    }
  });

  it('writes a way down from what is done', () => {
    expect(stepOf({ kind: 'tap', target: 'a' }, 0)).toEqual({ step: 'tap', target: 'a' });
    expect(stepOf({ kind: 'type', target: 'a', text: 'x' }, 0)).toEqual({ step: 'type', target: 'a', text: 'x' });
    expect(stepOf({ kind: 'wait', seconds: 1 }, 1)).toEqual({ step: 'wait' });
    expect(stepOf({ kind: 'wait', seconds: 1 }, 0)).toBeUndefined();
    expect(goalAt('main')).toEqual({ is: 'on', screen: 'main' });
  });

  it('calls a screen by what stands on it first', () => {
    expect(Object.values(fresh.screens).map(screenName)).toEqual(['App', 'Welcome']);
    expect(screenName({ kind: 'drawn', widgets: [{ kind: 'space' }] })).toBe('');
    for (const practice of practices) for (const screen of Object.values(practice.screens)) expect(screenName(screen)).not.toBe('');
  });

  it('leads from every fault to the part that is to be mended', () => {
    const dead = { ...fresh, tasks: [{ ...fresh.tasks[0]!, goal: goalAt('nowhere') }] };
    expect(check(dead).map((finding) => placeInPractice(dead, finding))).toContainEqual({ part: 'task', id: 'task-1' });
    const silent = on(fresh, 'screen-2', {
      kind: 'button',
      tone: 'main',
      target: { id: 'x', label: 'Go', effects: [{ do: 'go', screen: 'no' }] },
    });
    expect(check(silent).map((finding) => placeInPractice(silent, finding))).toEqual([
      { part: 'screen', id: 'screen-2', target: 'x' },
      { part: 'screen', id: 'screen-2', target: 'x' },
    ]);
    expect(placeInPractice(fresh, { fault: 'too-many-states', where: '20000' })).toEqual({ part: 'practice', id: '' });
    expect(placeOfPath(fresh, 'screens.screen-1.widgets.0.title')).toEqual({ part: 'screen', id: 'screen-1' });
    expect(placeOfPath(fresh, 'tasks.0.say.km')).toEqual({ part: 'task', id: 'task-1' });
    expect(placeOfPath(fresh, 'title.km')).toEqual({ part: 'practice', id: '' });
  });
});
