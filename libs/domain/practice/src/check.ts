import type { Text } from '@sala/domain/khmer';
import { after, beginning, explore, inputOf, wayTo, type Exploration, type Standing } from './explore.js';
import type { Practice } from './practice.js';
import { targetsNow, targetsOfWidget, type Input } from './run.js';
import type { Target } from './schema.js';
import type { Screen } from './widgets.js';

/** What is wrong with a practice. */
export type PracticeFault =
  | 'trap'
  | 'unreachable-screen'
  | 'unreachable-goal'
  | 'path-fails'
  | 'no-meaning'
  | 'small-target'
  | 'no-app'
  | 'unknown-name'
  | 'same-id-twice'
  | 'too-many-states';

/** A fault, where it is, and for a trap the inputs that lead into it. */
export interface PracticeFinding {
  fault: PracticeFault;
  where: string;
  way?: Input[];
}

/** Standings that are explored before a practice counts as too large to be checked. */
export const STATE_LIMIT = 20_000;
/** The width of the simulated screen on a phone of 360 px. */
export const SCREEN_WIDTH = 312;
const SMALLEST_TARGET = 48;
const KHMER = /[\u1780-\u17b3]/;

/** All widgets' and areas' targets with where they stand. */
function allTargets(practice: Practice): [where: string, target: Target][] {
  const ofScreen = (screen: Screen): Target[] =>
    screen.kind === 'drawn' ? screen.widgets.flatMap(targetsOfWidget) : screen.areas.map((area) => area.target);
  const inScreens = Object.entries(practice.screens).flatMap(([id, screen]) =>
    ofScreen(screen).map((target): [string, Target] => [`${id}.${target.id}`, target]),
  );
  const inOverlays = practice.overlays.flatMap((overlay) =>
    overlay.widgets.flatMap(targetsOfWidget).map((target): [string, Target] => [`${overlay.id}.${target.id}`, target]),
  );
  return [...inScreens, ...inOverlays];
}

/** The English labels of a practice with what they mean, each once. */
export function labelsOf(practice: Practice): { label: string; meaning: Text }[] {
  const targets = allTargets(practice).map(([, target]) => target);
  return targets.flatMap(({ label, meaning }, place) =>
    meaning && targets.findIndex((other) => other.label === label) === place ? [{ label, meaning }] : [],
  );
}

function smallTargets(practice: Practice): PracticeFinding[] {
  const findings: PracticeFinding[] = [];
  for (const [id, screen] of Object.entries(practice.screens)) {
    if (screen.kind === 'drawn') continue;
    const height = SCREEN_WIDTH / screen.ratio;
    for (const area of screen.areas) {
      const small = (area.width / 100) * SCREEN_WIDTH < SMALLEST_TARGET || (area.height / 100) * height < SMALLEST_TARGET;
      if (small) findings.push({ fault: 'small-target', where: `${id}.${area.target.id}` });
    }
  }
  return findings;
}

function names(practice: Practice): PracticeFinding[] {
  const effects = [
    ...allTargets(practice).flatMap(([where, target]) => target.effects.map((effect) => ({ where, effect }))),
    ...Object.entries(practice.happenings).flatMap(([id, happening]) => happening.effects.map((effect) => ({ where: id, effect }))),
    ...Object.entries(practice.screens).flatMap(([id, screen]) => (screen.onEnter ?? []).map((effect) => ({ where: id, effect }))),
  ];
  const unknown = effects.filter(({ effect }) => {
    if (effect.do === 'go') return !(effect.screen in practice.screens);
    if (effect.do === 'start' || effect.do === 'stop') return !(effect.event in practice.happenings);
    return !(effect.variable in practice.variables);
  });
  const start: PracticeFinding[] = practice.start in practice.screens ? [] : [{ fault: 'unknown-name', where: practice.start }];
  return [...start, ...unknown.map(({ where }): PracticeFinding => ({ fault: 'unknown-name', where }))];
}

function labels(practice: Practice): PracticeFinding[] {
  return allTargets(practice)
    .filter(([, target]) => !KHMER.test(target.label) && !KHMER.test(target.meaning?.km ?? ''))
    .map(([where]) => ({ fault: 'no-meaning', where }));
}

/** Standings from which the end can still be reached. */
function canFinish({ nodes }: Exploration, tasks: number): boolean[] {
  const before: number[][] = nodes.map(() => []);
  nodes.forEach((node, index) => node.next.forEach((next) => before[next]?.push(index)));
  const good = nodes.map((node) => node.standing.task >= tasks);
  const open = good.flatMap((isGood, index) => (isGood ? [index] : []));
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const earlier of before[index] ?? []) {
      if (good[earlier]) continue;
      good[earlier] = true;
      open.push(earlier);
    }
  }
  return good;
}

function explored(practice: Practice): PracticeFinding[] {
  const exploration = explore(practice, beginning(practice), STATE_LIMIT);
  if (!exploration.complete) return [{ fault: 'too-many-states', where: String(STATE_LIMIT) }];
  const { nodes } = exploration;
  const furthest = Math.max(...nodes.map((node) => node.standing.task));
  const goal = practice.tasks[furthest];
  if (goal) return [{ fault: 'unreachable-goal', where: goal.id }, ...unseen(practice, exploration)];
  const good = canFinish(exploration, practice.tasks.length);
  const trap = good.findIndex((isGood) => !isGood);
  const traps: PracticeFinding[] =
    trap < 0 ? [] : [{ fault: 'trap', where: nodes[trap]?.standing.phone.screen ?? '', way: wayTo(nodes, trap) }];
  return [...traps, ...unseen(practice, exploration), ...twice(practice, exploration)];
}

function unseen(practice: Practice, { nodes }: Exploration): PracticeFinding[] {
  const seen = new Set(nodes.map((node) => node.standing.phone.screen));
  return Object.keys(practice.screens)
    .filter((id) => !seen.has(id))
    .map((where) => ({ fault: 'unreachable-screen', where }));
}

function twice(practice: Practice, { nodes }: Exploration): PracticeFinding[] {
  const found = new Map<string, PracticeFinding>();
  for (const { standing } of nodes) {
    const ids = targetsNow(practice, standing.phone).map((target) => target.id);
    const again = ids.find((id, index) => ids.indexOf(id) !== index);
    if (again !== undefined) found.set(again, { fault: 'same-id-twice', where: `${standing.phone.screen}.${again}` });
  }
  return [...found.values()];
}

/** Walks the written ways in order; each must end its own task, and no step may come to nothing. */
function paths(practice: Practice): PracticeFinding[] {
  let standing: Standing = beginning(practice);
  for (const [index, task] of practice.tasks.entries()) {
    if (standing.task > index) continue;
    for (const step of task.path) {
      if (step.step !== 'wait' && !targetsNow(practice, standing.phone).some((target) => target.id === step.target))
        return [{ fault: 'path-fails', where: `${task.id}.${step.target}` }];
      standing = after(practice, standing, inputOf(practice, standing.phone, step));
    }
    if (standing.task <= index) return [{ fault: 'path-fails', where: task.id }];
  }
  return [];
}

function stamps(practice: Practice): PracticeFinding[] {
  const whole = (app: Practice['app'] | undefined): boolean =>
    app !== undefined && [app.name, app.version, app.platform, app.checkedOn].every((part) => part.trim() !== '');
  return Object.entries(practice.screens)
    .filter(([, screen]) => !whole(screen.app ?? practice.app))
    .map(([where]) => ({ fault: 'no-app', where }));
}

/** Everything that is wrong with a practice; an empty list means that no learner can get stuck in it. */
export function check(practice: Practice): PracticeFinding[] {
  const wrongNames = names(practice);
  const still = [...labels(practice), ...smallTargets(practice), ...stamps(practice)];
  if (wrongNames.length > 0) return [...wrongNames, ...still];
  return [...explored(practice), ...paths(practice), ...still];
}
