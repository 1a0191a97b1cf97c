import { searchKey } from '@sala/domain/khmer';
import type { Condition, Effect, Target, Value } from './schema.js';
import type { Practice } from './practice.js';
import type { Widget } from './widgets.js';

/** Where a simulated phone stands. */
export interface PhoneState {
  screen: string;
  variables: Readonly<Record<string, Value>>;
  /** Seconds until each started happening. */
  pending: Readonly<Record<string, number>>;
}

/** What a person, or time, does to the phone. */
export type Input = { kind: 'tap'; target: string } | { kind: 'type'; target: string; text: string } | { kind: 'wait'; seconds: number };

/** Effects may start happenings that are due at once; a practice that never comes to rest is cut here. */
const MOST_HAPPENINGS_A_WAIT = 50;

/** Whether a condition holds. An unknown variable equals nothing. */
export function holds(condition: Condition, state: PhoneState): boolean {
  switch (condition.is) {
    case 'on':
      return state.screen === condition.screen;
    case 'equal':
      return state.variables[condition.variable] === condition.value;
    case 'same-text':
      return searchKey(String(state.variables[condition.variable] ?? '')) === searchKey(condition.text);
    case 'not':
      return !holds(condition.of, state);
    case 'all':
      return condition.of.every((one) => holds(one, state));
    case 'any':
      return condition.of.some((one) => holds(one, state));
  }
}

/** The targets of a widget, whether or not it is shown. */
export function targetsOfWidget(widget: Widget): Target[] {
  switch (widget.kind) {
    case 'app-bar':
      return [...(widget.left ? [widget.left] : []), ...(widget.right ?? [])];
    case 'button':
    case 'field':
    case 'toggle':
      return [widget.target];
    case 'buttons':
    case 'apps':
      return widget.targets;
    case 'list':
      return widget.items.map((item) => item.target);
    case 'bubble':
      return widget.target ? [widget.target] : [];
    case 'composer':
      return [...(widget.more ? [widget.more] : []), widget.target, widget.send];
    case 'post':
      return widget.targets ?? [];
    case 'text':
    case 'tiles':
    case 'address':
    case 'space':
      return [];
  }
}

const isShown = (widget: { when?: Condition | undefined }, state: PhoneState): boolean =>
  widget.when === undefined || holds(widget.when, state);

/** The widgets that are shown, with a list's items that are shown. */
export function shownWidgets(widgets: readonly Widget[], state: PhoneState): Widget[] {
  return widgets
    .filter((widget) => isShown(widget, state))
    .map((widget) => (widget.kind === 'list' ? { ...widget, items: widget.items.filter((item) => isShown(item, state)) } : widget));
}

/** The overlays that are shown, the uppermost last. */
export function shownOverlays(practice: Practice, state: PhoneState): Practice['overlays'] {
  return practice.overlays.filter((overlay) => holds(overlay.when, state));
}

/** What can be tapped now. Under a modal overlay only its own targets can. */
export function targetsNow(practice: Practice, state: PhoneState): Target[] {
  const overlays = shownOverlays(practice, state);
  const inOverlays = overlays.flatMap((overlay) => shownWidgets(overlay.widgets, state).flatMap(targetsOfWidget));
  const modal = overlays.findLast((overlay) => overlay.modal);
  if (modal) return shownWidgets(modal.widgets, state).flatMap(targetsOfWidget);
  const screen = practice.screens[state.screen];
  if (!screen) return inOverlays;
  const own =
    screen.kind === 'drawn' ? shownWidgets(screen.widgets, state).flatMap(targetsOfWidget) : screen.areas.map((area) => area.target);
  return [...inOverlays, ...own];
}

/** The phone at the start of a practice. */
export function startOf(practice: Practice): PhoneState {
  return enter(practice, { screen: practice.start, variables: practice.variables, pending: {} });
}

function enter(practice: Practice, state: PhoneState, depth = 0): PhoneState {
  const effects = practice.screens[state.screen]?.onEnter ?? [];
  return depth > 8 ? state : applyAll(practice, state, effects, depth + 1);
}

function applyAll(practice: Practice, state: PhoneState, effects: readonly Effect[], depth = 0): PhoneState {
  return effects.reduce((before, effect) => applyOne(practice, before, effect, depth), state);
}

function applyOne(practice: Practice, state: PhoneState, effect: Effect, depth: number): PhoneState {
  switch (effect.do) {
    case 'go':
      return effect.screen in practice.screens ? enter(practice, { ...state, screen: effect.screen }, depth) : state;
    case 'set':
      return { ...state, variables: { ...state.variables, [effect.variable]: effect.value } };
    case 'toggle':
      return { ...state, variables: { ...state.variables, [effect.variable]: state.variables[effect.variable] !== true } };
    case 'start': {
      const happening = practice.happenings[effect.event];
      return happening ? { ...state, pending: { ...state.pending, [effect.event]: happening.after } } : state;
    }
    case 'stop': {
      const { [effect.event]: _stopped, ...pending } = state.pending;
      return { ...state, pending };
    }
  }
}

/** The next happening and the seconds until it; of two at once the one named first in the practice. */
export function nextHappening(practice: Practice, state: PhoneState): { id: string; seconds: number } | undefined {
  let next: { id: string; seconds: number } | undefined;
  for (const id of Object.keys(practice.happenings)) {
    const seconds = state.pending[id];
    if (seconds !== undefined && (next === undefined || seconds < next.seconds)) next = { id, seconds };
  }
  return next;
}

function pass(state: PhoneState, seconds: number): PhoneState {
  return { ...state, pending: Object.fromEntries(Object.entries(state.pending).map(([id, left]) => [id, Math.max(0, left - seconds)])) };
}

/** What came of an input: the phone afterwards, and the happenings that went on. */
export interface Ran {
  state: PhoneState;
  happened: string[];
}

function wait(practice: Practice, from: PhoneState, seconds: number): Ran {
  let state = from;
  let left = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
  const happened: string[] = [];
  for (
    let next = nextHappening(practice, state);
    next && next.seconds <= left && happened.length < MOST_HAPPENINGS_A_WAIT;
    next = nextHappening(practice, state)
  ) {
    left -= next.seconds;
    const { [next.id]: _done, ...pending } = pass(state, next.seconds).pending;
    state = applyAll(practice, { ...state, pending }, practice.happenings[next.id]?.effects ?? []);
    happened.push(next.id);
  }
  return { state: pass(state, left), happened };
}

/** Runs one input. Pure and total: an input that fits nothing on the screen leaves the phone as it is. */
export function run(practice: Practice, state: PhoneState, input: Input): Ran {
  if (input.kind === 'wait') return wait(practice, state, input.seconds);
  const target = targetsNow(practice, state).find((one) => one.id === input.target);
  if (!target) return { state, happened: [] };
  const typed =
    input.kind === 'type' && target.types !== undefined
      ? { ...state, variables: { ...state.variables, [target.types]: input.text } }
      : state;
  return { state: applyAll(practice, typed, target.effects), happened: [] };
}
