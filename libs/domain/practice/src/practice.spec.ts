import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { breakout } from './breakout.fixture.js';
import {
  act,
  after,
  begin,
  beginning,
  check,
  explore,
  hintFor,
  inputOf,
  inputsFrom,
  isDone,
  Practice,
  replay,
  run,
  shortestWay,
  startOf,
  targetsNow,
  watchScript,
  type Input,
  type PracticeFault,
  type Recorded,
  type Screen,
} from './index.js';

const every = explore(breakout, beginning(breakout), 5_000);
const anyStanding = fc.constantFrom(...every.nodes.map((node) => node.standing));
const ids = [...new Set(every.nodes.flatMap((node) => targetsNow(breakout, node.standing.phone).map((target) => target.id)))];
const anyInput: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ kind: fc.constant('tap' as const), target: fc.oneof(fc.constantFrom(...ids), fc.string()) }),
  fc.record({ kind: fc.constant('type' as const), target: fc.oneof(fc.constantFrom(...ids), fc.string()), text: fc.string() }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double()) }),
);

describe('the practice', () => {
  it('fits its schema and has nothing wrong with it', () => {
    expect(v.parse(Practice, JSON.parse(JSON.stringify(breakout)))).toEqual(breakout);
    expect(check(breakout)).toEqual([]);
  });

  it('can be finished from every standing that can be reached', () => {
    expect(every.complete).toBe(true);
    for (const { standing } of every.nodes)
      if (standing.task < breakout.tasks.length) expect(shortestWay(breakout, standing)).toBeDefined();
  });

  it('never throws, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 30 }), (inputs) => {
        let state = startOf(breakout);
        for (const input of inputs) state = run(breakout, state, input).state;
        expect(Object.keys(breakout.screens)).toContain(state.screen);
      }),
    );
    const broken = { ...breakout, start: 'nowhere' };
    expect(run(broken, startOf(broken), { kind: 'tap', target: 'x' }).state.screen).toBe('nowhere');
  });

  it('lets a learner wander and still knows the way', () => {
    fc.assert(
      fc.property(anyStanding, fc.array(fc.nat(), { maxLength: 12 }), (from, choices) => {
        let standing = from;
        for (const choice of choices) {
          const inputs = inputsFrom(breakout, standing.phone);
          const input = inputs[choice % Math.max(1, inputs.length)];
          if (input && standing.task < breakout.tasks.length) standing = after(breakout, standing, input);
        }
        if (standing.task >= breakout.tasks.length) return;
        for (const input of shortestWay(breakout, standing) ?? []) standing = after(breakout, standing, input);
        expect(standing.task).toBeGreaterThan(0);
      }),
    );
  });

  it('gives the same evidence when what was done is replayed', () => {
    const recorded: fc.Arbitrary<Recorded[]> = fc.array(
      fc.record({ at: fc.nat({ max: 500 }), input: fc.oneof(anyInput, fc.constant({ kind: 'hint' as const })) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(recorded, (list) => {
        let attempt = begin(breakout, 'test');
        for (const one of list) attempt = act(breakout, attempt, one);
        expect(replay(breakout, 'test', JSON.parse(JSON.stringify(list)) as Recorded[])).toEqual(attempt);
      }),
      { numRuns: 50 },
    );
  });

  it('is watched along its written way to the end', () => {
    const film = watchScript(breakout);
    expect(film.map((frame) => frame.step.step).join()).toBe('wait,tap,wait,tap,type,tap,wait,tap,tap');
    const last = film.at(-1);
    expect(last && run(breakout, last.phone, inputOf(breakout, last.phone, last.step)).state.screen).toBe('room-again');
  });
});

describe('a learner’s attempt', () => {
  const path = breakout.tasks.flatMap((task) => task.path);

  it('is done without a fault along the written way', () => {
    let attempt = begin(breakout, 'test');
    for (const [at, step] of path.entries())
      attempt = act(breakout, attempt, { at, input: inputOf(breakout, attempt.standing.phone, step) });
    expect(isDone(breakout, attempt)).toBe(true);
    expect(attempt.evidence).toMatchObject([
      { task: 'dropped', done: true, wrong: [] },
      { task: 'back-in-room', done: true, wrong: [], hints: 0, seconds: 8 },
    ]);
  });

  it('counts the wrong room, the wrong button and the hint, and still gets there', () => {
    const taps = (...targets: string[]): Recorded[] => targets.map((target, i) => ({ at: 30 + i, input: { kind: 'tap', target } }));
    const drop: Recorded = { at: 20, input: { kind: 'wait', seconds: 20 } };
    const wait = (at: number): Recorded => ({ at, input: { kind: 'wait', seconds: 10 } });
    const done = [
      drop,
      ...taps('ok'),
      wait(40),
      ...taps('link', 'join'),
      wait(50),
      ...taps('rooms', 'room-1', 'leave-room'),
      { at: 60, input: { kind: 'hint' as const } },
      ...taps('room-3'),
    ];
    const attempt = replay(breakout, 'try', done);
    expect(isDone(breakout, attempt)).toBe(true);
    expect(attempt.evidence[1]).toMatchObject({ wrong: ['room-1'], hints: 1 });
  });

  it('is hinted the next tap from wherever it stands', () => {
    const attempt = replay(breakout, 'try', [{ at: 1, input: { kind: 'tap', target: 'leave-room' } }]);
    expect(hintFor(breakout, attempt)).toEqual({ kind: 'tap', target: 'rooms' });
  });

  it('is passed only by re-joining and entering the same room', () => {
    for (const { standing, from } of every.nodes)
      if (standing.task === breakout.tasks.length)
        expect([standing.phone.screen, from?.input]).toEqual(['room-again', { kind: 'tap', target: 'room-3' }]);
  });
});

describe('the checker', () => {
  const faults = (practice: Practice): PracticeFault[] => check(practice).map((finding) => finding.fault);
  const drawn = (...widgets: Extract<Screen, { kind: 'drawn' }>['widgets']): Screen => ({ kind: 'drawn', widgets });
  const picture = (width: number): Screen => ({
    kind: 'picture',
    file: 'pictures/a.svg',
    alt: breakout.title,
    ratio: 0.5,
    areas: [
      {
        target: { id: 'link', label: 'Link', meaning: breakout.title, effects: [{ do: 'go', screen: 'join' }] },
        left: 0,
        top: 0,
        width,
        height: 20,
      },
    ],
  });
  const withScreen = (id: string, screen: Screen): Practice => ({ ...breakout, screens: { ...breakout.screens, [id]: screen } });
  const [first, second] = breakout.tasks;
  if (!first || !second) throw new Error('the fixture has two tasks');

  const planted: [fault: PracticeFault, practice: Practice][] = [
    ['trap', withScreen('room-one', drawn({ kind: 'text', text: 'No way out' }))],
    ['unreachable-screen', withScreen('attic', drawn({ kind: 'space' }))],
    ['unreachable-goal', { ...breakout, tasks: [first, { ...second, goal: { is: 'equal', variable: 'name', value: 'never' } }] }],
    ['path-fails', { ...breakout, tasks: [first, { ...second, path: [{ step: 'tap', target: 'room-3' }] }] }],
    ['path-fails', { ...breakout, tasks: [first, { ...second, path: second.path.slice(0, -1) }] }],
    [
      'no-meaning',
      withScreen(
        'chat',
        drawn({ kind: 'button', tone: 'main', target: { id: 'link', label: 'Link', effects: [{ do: 'go', screen: 'join' }] } }),
      ),
    ],
    ['small-target', withScreen('chat', picture(12))],
    ['no-app', { ...breakout, app: { ...breakout.app, version: ' ' } }],
    [
      'unknown-name',
      withScreen(
        'chat',
        drawn({
          kind: 'button',
          tone: 'main',
          target: { id: 'link', label: 'Link', meaning: breakout.title, effects: [{ do: 'go', screen: 'joint' }] },
        }),
      ),
    ],
    [
      'same-id-twice',
      withScreen(
        'room-one',
        drawn(
          ...['a', 'b'].map((label) => ({
            kind: 'button' as const,
            tone: 'plain' as const,
            target: { id: 'leave-room', label, meaning: breakout.title, effects: [{ do: 'go' as const, screen: 'main-room' }] },
          })),
        ),
      ),
    ],
  ];

  it.each(planted)('finds a planted %s', (fault, practice) => {
    expect(faults(practice)).toContain(fault);
  });

  it('is content with a picture whose areas are large enough', () => {
    expect(check(withScreen('chat', picture(40)))).toEqual([]);
  });

  it('names a practice that is too large to be checked', () => {
    const digits = Array.from({ length: 16 }, (_, i) => `v${i}`);
    const many = withScreen(
      'chat',
      drawn(
        {
          kind: 'button',
          tone: 'main',
          target: { id: 'link', label: 'Link', meaning: breakout.title, effects: [{ do: 'go', screen: 'join' }] },
        },
        {
          kind: 'apps',
          targets: digits.map((id) => ({ id, label: id, meaning: breakout.title, effects: [{ do: 'toggle', variable: id }] })),
        },
      ),
    );
    expect(faults({ ...many, variables: { ...many.variables, ...Object.fromEntries(digits.map((id) => [id, false])) } })).toContain(
      'too-many-states',
    );
  });

  it('says how to get into a trap', () => {
    const finding = check(planted[0]?.[1] ?? breakout).find((one) => one.fault === 'trap');
    let state = startOf(breakout);
    for (const input of finding?.way ?? []) state = run(breakout, state, input).state;
    expect(state.screen).toBe(finding?.where);
  });
});
