import { isWithin } from './places.js';
import type { Role, RoleAtPlace } from './roles.js';

/** A person in whose name a request is made, with the roles held at this moment. */
export interface ActingPerson {
  id: string;
  roles: readonly RoleAtPlace[];
}

/**
 * Who asks: nobody known, the people brought onto a phone by their cards, one member of staff with a second factor, or the machine's operator.
 */
export type Actor =
  | { via: 'nobody' }
  | { via: 'phone'; deviceId: string; persons: readonly ActingPerson[] }
  | { via: 'staff'; persons: readonly [ActingPerson] }
  | { via: 'operator' };

/** What an act is done to, as far as it is about a person or a place. */
export interface Subject {
  /** The person whose data is read or changed. */
  personId?: string;
  /** The place that the person, or the data, belongs to. */
  place?: string;
}

interface Rule {
  /** Anybody at all. */
  anyone?: true;
  /** Anybody signed in, on a phone or as staff. */
  signedIn?: true;
  /** Any phone that was ever opened by a card, whoever is on it now. */
  phone?: true;
  /** The person that the subject is. */
  self?: true;
  /** Holders of one of these roles at a place that covers the subject's; without a subject's place, anywhere. */
  roles?: readonly Role[];
  /** Only after a sign-in with password and second factor. */
  staffOnly?: true;
  /** The operator of the machine. */
  operator?: true;
}

/** Every act of the API with who may do it. A route names one act; a test finds routes without one. */
export const ACT_RULES = {
  'app.open': { anyone: true },
  'sign-in': { anyone: true },
  'course.read': { anyone: true },
  'place.read': { anyone: true },
  'session.keep': { signedIn: true },
  'phone.meet': { phone: true },
  'learning.record': { self: true },
  'packet.carry': { signedIn: true },
  'progress.read': { self: true, roles: ['mentor', 'officer', 'administrator'] },
  'mentor.work': { self: true },
  'learner.help': { roles: ['mentor'] },
  'recording.read': { self: true, roles: ['mentor', 'officer', 'administrator'] },
  'recording.add': { self: true, roles: ['mentor'] },
  'report.read': { roles: ['officer', 'administrator'], staffOnly: true },
  'help.overview': { roles: ['officer', 'administrator'], staffOnly: true },
  'attempt.move': { roles: ['mentor', 'officer', 'administrator'] },
  'course.overview': { roles: ['trainer', 'reviewer', 'officer', 'administrator'], staffOnly: true },
  'data-price.set': { roles: ['officer', 'administrator'], staffOnly: true },
  'draft.read': { roles: ['trainer', 'reviewer', 'administrator'], staffOnly: true },
  'draft.write': { roles: ['trainer', 'administrator'], staffOnly: true },
  'draft.comment': { roles: ['trainer', 'reviewer', 'administrator'], staffOnly: true },
  'draft.approve': { roles: ['reviewer', 'administrator'], staffOnly: true },
  'course.publish': { roles: ['trainer', 'reviewer', 'administrator'], staffOnly: true },
  'course.retire': { roles: ['reviewer', 'administrator'], staffOnly: true },
  'person.list': { roles: ['mentor', 'officer', 'administrator'] },
  'person.add': { roles: ['officer', 'administrator'], staffOnly: true },
  'person.read': { roles: ['officer', 'administrator'], staffOnly: true },
  'person.change': { roles: ['officer', 'administrator'], staffOnly: true },
  'person.forget': { roles: ['officer', 'administrator'], staffOnly: true },
  'person.import': { roles: ['officer', 'administrator'], staffOnly: true },
  'person.export': { roles: ['officer', 'administrator'], staffOnly: true },
  'group.read': { roles: ['officer', 'administrator'], staffOnly: true },
  'group.manage': { roles: ['officer', 'administrator'], staffOnly: true },
  'card.issue': { roles: ['officer', 'administrator'], staffOnly: true },
  'card.revoke': { roles: ['officer', 'administrator'], staffOnly: true },
  'pin.reset': { roles: ['mentor', 'officer', 'administrator'] },
  'metrics.read': { operator: true },
} as const satisfies Record<string, Rule>;

/** One of the acts of `ACT_RULES`. */
export type Act = keyof typeof ACT_RULES;

function personMay(person: ActingPerson, rule: Rule, subject: Subject): boolean {
  const { personId, place } = subject;
  if (rule.self && (personId === undefined ? place === undefined : personId === person.id)) return true;
  return person.roles.some((held) => rule.roles?.includes(held.role) && (place === undefined || isWithin(place, held.place)));
}

/**
 * Whether the actor may do the act to the subject. Pure: roles and places come with the arguments.
 * Acts about a person or place must be asked with that subject; without one the answer only says whether the act could be allowed somewhere.
 */
export function can(actor: Actor, act: Act, subject: Subject = {}): boolean {
  const rule: Rule = ACT_RULES[act];
  if (rule.anyone) return true;
  if (actor.via === 'operator') return rule.operator === true;
  if (actor.via === 'nobody') return false;
  if (rule.staffOnly && actor.via !== 'staff') return false;
  if (rule.signedIn || (rule.phone && actor.via === 'phone')) return true;
  return actor.persons.some((person) => personMay(person, rule, subject));
}

/** Which roles somebody may give at a place: an officer makes learners, mentors, trainers and reviewers, only an administrator makes officers. */
export function mayGrant(actor: Actor, granted: RoleAtPlace): boolean {
  const above = granted.role === 'officer' || granted.role === 'administrator';
  const needed: readonly Role[] = above ? ['administrator'] : ['officer', 'administrator'];
  if (actor.via !== 'staff') return false;
  return actor.persons[0].roles.some((held) => needed.includes(held.role) && isWithin(granted.place, held.place));
}
