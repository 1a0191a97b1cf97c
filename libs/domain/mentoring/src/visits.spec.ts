import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareVisits,
  isStuck,
  NEVER_CONNECTED_DAYS,
  NOT_SEEN_DAYS,
  reasonsFor,
  STUCK_AFTER,
  visitOrder,
  type PersonSeen,
  type Tries,
  type VisitReasonCode,
} from './index.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-27T05:00:00Z');
const ago = (days: number): number => NOW - days * DAY;
const tries = (wrong: number, lastAt: number, right = false): Tries => ({
  courseId: 'c',
  lessonId: 'l',
  questionId: 'q',
  wrong,
  right,
  lastAt,
});
const person = (more: Partial<PersonSeen> = {}): PersonSeen => ({
  personId: 'p',
  since: ago(90),
  lastSeen: ago(1),
  tries: [],
  asked: [],
  ...more,
});
const codes = (one: PersonSeen): VisitReasonCode[] => reasonsFor(one, NOW).map(({ code }) => code);

const table: [what: string, person: PersonSeen, reasons: VisitReasonCode[]][] = [
  ['seen yesterday and nothing wrong', person(), []],
  ['seen just within the days', person({ lastSeen: ago(NOT_SEEN_DAYS) + 1 }), []],
  ['not seen for the days', person({ lastSeen: ago(NOT_SEEN_DAYS) }), ['not-seen']],
  ['not seen, but met since', person({ lastSeen: ago(40), lastVisit: ago(3) }), []],
  ['not seen, and not met for as long', person({ lastSeen: ago(60), lastVisit: ago(NOT_SEEN_DAYS) }), ['not-seen']],
  ['just added and never connected', person({ since: ago(NEVER_CONNECTED_DAYS - 1), lastSeen: undefined }), []],
  ['never connected', person({ since: ago(NEVER_CONNECTED_DAYS), lastSeen: undefined }), ['never-connected']],
  ['never connected, but met since', person({ lastSeen: undefined, lastVisit: ago(2) }), []],
  ['wrong too seldom', person({ tries: [tries(STUCK_AFTER - 1, ago(1))] }), []],
  ['wrong often', person({ tries: [tries(STUCK_AFTER, ago(1))] }), ['stuck']],
  ['wrong often, and right in the end', person({ tries: [tries(9, ago(1), true)] }), []],
  ['stuck before the visit', person({ tries: [tries(5, ago(4))], lastVisit: ago(3) }), []],
  ['stuck again after the visit', person({ tries: [tries(5, ago(2))], lastVisit: ago(3) }), ['stuck']],
  ['a full phone', person({ fullSince: ago(0) }), ['phone-full']],
  ['a full phone before the visit', person({ fullSince: ago(5), lastVisit: ago(4) }), []],
  ['asked for help, and a visit is no answer', person({ asked: [{ id: 'a', askedAt: ago(2) }], lastVisit: ago(1) }), ['asked']],
  [
    'everything at once, the most urgent first',
    person({ lastSeen: ago(20), fullSince: ago(20), tries: [tries(3, ago(21))], asked: [{ id: 'a', askedAt: ago(22) }] }),
    ['asked', 'stuck', 'phone-full', 'not-seen'],
  ],
];

const anyMoment = fc.integer({ min: ago(200), max: NOW + 30 * DAY });
const anyTries = fc.record({
  courseId: fc.constantFrom('c', 'd'),
  lessonId: fc.constantFrom('l', 'm'),
  questionId: fc.constantFrom('q', 'r'),
  wrong: fc.nat(6),
  right: fc.boolean(),
  lastAt: anyMoment,
});
const anyPerson: fc.Arbitrary<PersonSeen> = fc.record({
  personId: fc.uuid({ version: 4 }),
  since: anyMoment,
  lastSeen: fc.option(anyMoment, { nil: undefined }),
  fullSince: fc.option(anyMoment, { nil: undefined }),
  lastVisit: fc.option(anyMoment, { nil: undefined }),
  tries: fc.array(anyTries, { maxLength: 4 }),
  asked: fc.array(fc.record({ id: fc.uuid({ version: 4 }), askedAt: anyMoment }), { maxLength: 3 }),
});
const anyPeople = fc.uniqueArray(anyPerson, { selector: ({ personId }) => personId, maxLength: 12 });

describe('who needs a visit first', () => {
  it.each(table)('%s', (_, one, reasons) => expect(codes(one)).toEqual(reasons));

  it('goes by the first reason, then by how long, then by how many, then by the id', () => {
    const order = visitOrder(
      [
        person({ personId: 'fine' }),
        person({ personId: 'away', lastSeen: ago(30) }),
        person({ personId: 'away longer', lastSeen: ago(60) }),
        person({ personId: 'stuck b', tries: [tries(3, ago(2))] }),
        person({ personId: 'stuck a', tries: [tries(3, ago(2))] }),
        person({ personId: 'stuck and full', tries: [tries(3, ago(2))], fullSince: ago(1) }),
        person({ personId: 'asked', asked: [{ id: 'x', askedAt: ago(0) }] }),
        person({ personId: 'never', lastSeen: undefined }),
      ],
      NOW,
    );
    expect(order.map(({ personId }) => personId)).toEqual([
      'asked', 'stuck and full', 'stuck a', 'stuck b', 'never', 'away longer', 'away', 'fine',
    ]); // prettier-ignore
  });

  it('names the oldest request and the step at which somebody has been stuck longest', () => {
    const one = person({
      asked: [
        { id: 'new', askedAt: ago(1) },
        { id: 'old', askedAt: ago(5) },
      ],
      tries: [tries(3, ago(1)), { ...tries(4, ago(6)), questionId: 'older' }],
    });
    expect(reasonsFor(one, NOW)).toMatchObject([
      { code: 'asked', request: 'old', count: 2 },
      { code: 'stuck', at: { questionId: 'older' } },
    ]);
  });

  it('is one order, whatever the order of the people and of what is known of them', () => {
    const shuffled = anyPeople.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length })),
    );
    fc.assert(
      fc.property(shuffled, ([people, other]) => {
        const turned = other.map((one) => ({ ...one, tries: [...one.tries].reverse(), asked: [...one.asked].reverse() }));
        expect(visitOrder(turned, NOW)).toEqual(visitOrder(people, NOW));
      }),
    );
  });

  it('is a total order in which nobody is lost, and those with a reason stand before those without', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const order = visitOrder(people, NOW);
        expect(order.map(({ personId }) => personId).sort()).toEqual(people.map(({ personId }) => personId).sort());
        const firstIdle = order.findIndex(({ reasons }) => reasons.length === 0);
        if (firstIdle >= 0) expect(order.slice(firstIdle).every(({ reasons }) => reasons.length === 0)).toBe(true);
        for (const [index, one] of order.entries())
          for (const later of order.slice(index + 1)) {
            expect(compareVisits(one, later)).toBeLessThan(0);
            expect(compareVisits(later, one)).toBeGreaterThan(0);
          }
      }),
    );
  });

  it('never tells negative days, whatever the clocks said', () => {
    fc.assert(
      fc.property(anyPerson, (one) => {
        for (const reason of reasonsFor(one, NOW)) if ('days' in reason) expect(reason.days).toBeGreaterThanOrEqual(0);
        expect(one.tries.filter(isStuck).every(({ right }) => !right)).toBe(true);
      }),
    );
  });
});
