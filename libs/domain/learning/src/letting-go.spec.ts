import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyEvent, LEARNER } from './events.fixture.js';
import { DAYS_KEPT, letGo, type HeldEvent } from './letting-go.js';
import { foldCourse, joinCourseFacts, lessonState, type CourseFacts, type LearningEvent } from './index.js';

const DAY = 86_400_000;
const NOW = Date.parse('2027-06-01T00:00:00Z');
const COURSE = '5a1a0000-0000-4000-8000-000000000007';

/** A log of two devices: some events held by the server for longer or shorter, some not at all. */
const log = fc.array(
  fc.record({
    event: anyEvent,
    device: fc.constantFrom('01938000-0000-4000-8000-00000000000a', '01938000-0000-4000-8000-00000000000b'),
    days: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  }),
  { maxLength: 60 },
);
const numbered = log.map((rows) =>
  rows.map(({ event, device, days }, n): HeldEvent => {
    const own: LearningEvent = { ...event, deviceId: device, sequence: n + 1, learnerId: LEARNER };
    return { event: own, ...(days === undefined ? {} : { heldSince: NOW - days * DAY }) };
  }),
);
const fold = (held: readonly HeldEvent[]): CourseFacts => foldCourse(held.map(({ event }) => event));

describe('what a phone may let go of', () => {
  it('changes no progress: the fold is the same before and after, however often it is done', () => {
    fc.assert(
      fc.property(numbered, (held) => {
        let kept: readonly HeldEvent[] = held;
        let folded: CourseFacts = {};
        for (const days of [0, 20, 40]) {
          const { ids, facts } = letGo(kept, new Map([[COURSE, folded]]), NOW + days * DAY);
          kept = kept.filter(({ event }) => !ids.includes(event.id));
          folded = joinCourseFacts(folded, facts.get(COURSE) ?? {});
          expect(joinCourseFacts(folded, fold(kept))).toEqual(fold(held));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is only what the server has held long enough, never the last number of a device, and never of a lesson under way', () => {
    fc.assert(
      fc.property(numbered, (held) => {
        const gone = new Set(letGo(held, new Map(), NOW).ids);
        const facts = fold(held);
        for (const { event, heldSince } of held.filter((one) => gone.has(one.event.id))) {
          expect(heldSince).toBeLessThanOrEqual(NOW - DAYS_KEPT * DAY);
          expect(lessonState(facts[event.body.lessonId])).toBe('completed');
        }
        for (const device of new Set(held.map(({ event }) => event.deviceId))) {
          const own = held.filter(({ event }) => event.deviceId === device);
          const last = own.reduce((a, b) => (a.event.sequence > b.event.sequence ? a : b));
          expect(gone.has(last.event.id)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });
});
