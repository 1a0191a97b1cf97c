import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ACT_RULES,
  can,
  isPlaceCode,
  isWithin,
  levelOf,
  mayGrant,
  NATION,
  parentOf,
  ROLES,
  type Act,
  type Actor,
  type Role,
  type Subject,
} from './index.js';

const ME = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const COMMUNE = '010201';
const NEXT_COMMUNE = '010202';
const DISTRICT = '0102';

const staff = (role: Role, place: string): Actor => ({ via: 'staff', persons: [{ id: ME, roles: [{ role, place }] }] });
const phone = (role: Role, place: string): Actor => ({ via: 'phone', deviceId: ME, persons: [{ id: ME, roles: [{ role, place }] }] });
const nobody: Actor = { via: 'nobody' };
const operator: Actor = { via: 'operator' };

const own: Subject = { personId: ME, place: COMMUNE };
const neighbour: Subject = { personId: OTHER, place: COMMUNE };
const stranger: Subject = { personId: OTHER, place: NEXT_COMMUNE };

const table: [who: string, actor: Actor, act: Act, subject: Subject, allowed: boolean][] = [
  ['nobody', nobody, 'sign-in', {}, true],
  ['nobody', nobody, 'course.read', {}, true],
  ['nobody', nobody, 'session.keep', {}, false],
  ['nobody', nobody, 'progress.read', own, false],
  ['nobody', nobody, 'metrics.read', {}, false],
  ['the operator', operator, 'metrics.read', {}, true],
  ['the operator', operator, 'person.list', neighbour, false],
  ['a phone with nobody on it', { via: 'phone', deviceId: ME, persons: [] }, 'phone.meet', {}, true],
  ['a phone with nobody on it', { via: 'phone', deviceId: ME, persons: [] }, 'learning.record', {}, false],
  ['an administrator', staff('administrator', NATION), 'phone.meet', {}, false],
  ['a learner', phone('learner', COMMUNE), 'learning.record', own, true],
  ['a learner', phone('learner', COMMUNE), 'learning.record', neighbour, false],
  ['a learner', phone('learner', COMMUNE), 'progress.read', own, true],
  ['a learner', phone('learner', COMMUNE), 'progress.read', neighbour, false],
  ['a learner', phone('learner', COMMUNE), 'person.list', neighbour, false],
  ['a mentor', phone('mentor', COMMUNE), 'progress.read', neighbour, true],
  ['a mentor', phone('mentor', COMMUNE), 'progress.read', stranger, false],
  ['a mentor', phone('mentor', COMMUNE), 'learning.record', neighbour, false],
  ['a mentor', phone('mentor', COMMUNE), 'pin.reset', neighbour, true],
  ['a mentor', phone('mentor', COMMUNE), 'pin.reset', stranger, false],
  ['a mentor', phone('mentor', COMMUNE), 'mentor.work', own, true],
  ['a mentor', phone('mentor', COMMUNE), 'mentor.work', neighbour, false],
  ['a mentor', phone('mentor', COMMUNE), 'learner.help', neighbour, true],
  ['a mentor', phone('mentor', COMMUNE), 'learner.help', stranger, false],
  ['a learner', phone('learner', COMMUNE), 'learner.help', neighbour, false],
  ['an officer', staff('officer', DISTRICT), 'learner.help', neighbour, false],
  ['a learner', phone('learner', COMMUNE), 'recording.read', own, true],
  ['a learner', phone('learner', COMMUNE), 'recording.read', neighbour, false],
  ['a mentor', phone('mentor', COMMUNE), 'recording.add', neighbour, true],
  ['an officer', staff('officer', DISTRICT), 'recording.add', neighbour, false],
  ['a mentor', phone('mentor', COMMUNE), 'help.overview', neighbour, false],
  ['a district officer', staff('officer', DISTRICT), 'help.overview', stranger, true],
  ['an officer on a phone', phone('officer', DISTRICT), 'help.overview', neighbour, false],
  ['a mentor', phone('mentor', COMMUNE), 'card.issue', neighbour, false],
  ['an officer on a phone', phone('officer', DISTRICT), 'card.issue', neighbour, false],
  ['a district officer', staff('officer', DISTRICT), 'card.issue', stranger, true],
  ['a commune officer', staff('officer', COMMUNE), 'card.issue', stranger, false],
  ['a commune officer', staff('officer', COMMUNE), 'person.list', { place: DISTRICT }, false],
  ['a trainer', staff('trainer', DISTRICT), 'course.overview', {}, true],
  ['a trainer', staff('trainer', DISTRICT), 'person.list', neighbour, false],
  ['a trainer', staff('trainer', DISTRICT), 'progress.read', neighbour, false],
  ['an administrator', staff('administrator', NATION), 'person.add', stranger, true],
  ['an administrator', staff('administrator', NATION), 'learning.record', neighbour, false],
  ['a district officer', staff('officer', DISTRICT), 'person.import', stranger, true],
  ['a commune officer', staff('officer', COMMUNE), 'person.import', stranger, false],
  ['a commune officer', staff('officer', COMMUNE), 'person.forget', neighbour, true],
  ['a commune officer', staff('officer', COMMUNE), 'group.manage', { place: NEXT_COMMUNE }, false],
  ['a mentor', phone('mentor', COMMUNE), 'group.manage', { place: COMMUNE }, false],
  ['a mentor', phone('mentor', COMMUNE), 'person.read', neighbour, false],
  ['an officer on a phone', phone('officer', DISTRICT), 'person.export', neighbour, false],
  ['a trainer', staff('trainer', NATION), 'person.change', neighbour, false],
];

describe('can', () => {
  it.each(table)('%s: %#', (_who, actor, act, subject, allowed) => {
    expect(can(actor, act, subject)).toBe(allowed);
  });

  it('never lets nobody do what is about a person', () => {
    for (const act of Object.keys(ACT_RULES) as Act[]) {
      const open = 'anyone' in ACT_RULES[act];
      expect(can(nobody, act, neighbour)).toBe(open);
    }
  });

  it('gives no role anything outside its place', () => {
    const aboutPeople: Act[] = [
      'progress.read',
      'person.list',
      'person.add',
      'card.issue',
      'card.revoke',
      'pin.reset',
      'learning.record',
      'attempt.move',
      'person.read',
      'person.change',
      'person.forget',
      'person.import',
      'person.export',
      'group.read',
      'group.manage',
    ];
    for (const role of ROLES)
      for (const act of aboutPeople) for (const make of [staff, phone]) expect(can(make(role, COMMUNE), act, stranger)).toBe(false);
  });

  it('is never narrowed by a higher place', () => {
    const role = fc.constantFrom(...ROLES);
    const act = fc.constantFrom(...(Object.keys(ACT_RULES) as Act[]));
    fc.assert(fc.property(role, act, (r, a) => !can(staff(r, COMMUNE), a, neighbour) || can(staff(r, NATION), a, neighbour)));
  });
});

describe('mayGrant', () => {
  it('lets an officer make mentors at home, and only an administrator make officers', () => {
    expect(mayGrant(staff('officer', DISTRICT), { role: 'mentor', place: COMMUNE })).toBe(true);
    expect(mayGrant(staff('officer', COMMUNE), { role: 'mentor', place: NEXT_COMMUNE })).toBe(false);
    expect(mayGrant(staff('officer', NATION), { role: 'officer', place: COMMUNE })).toBe(false);
    expect(mayGrant(staff('administrator', NATION), { role: 'officer', place: COMMUNE })).toBe(true);
    expect(mayGrant(phone('administrator', NATION), { role: 'mentor', place: COMMUNE })).toBe(false);
  });
});

describe('place codes', () => {
  const code = fc
    .array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));

  it('lie in themselves, in their parents and in the nation', () => {
    fc.assert(
      fc.property(code, (place) => {
        for (let above: string | undefined = place; above !== undefined; above = parentOf(above)) expect(isWithin(place, above)).toBe(true);
        expect(isWithin(NATION, place)).toBe(false);
      }),
    );
  });

  it('know their level and form', () => {
    expect(['KH', '01', '0102', '010201', '01020101'].map(levelOf)).toEqual(['nation', 'province', 'district', 'commune', 'village']);
    expect(['1', '012', 'kh', '', '0102010101'].filter(isPlaceCode)).toEqual([]);
    expect(() => levelOf('1')).toThrow(RangeError);
  });
});
