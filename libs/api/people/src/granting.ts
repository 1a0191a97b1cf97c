import { invalid, Problem, type Caller } from '@sala/api/platform';
import { mayGrant, NATION, type RoleAtPlace } from '@sala/domain/access';
import { phoneNumber } from '@sala/domain/people';

/** Refuses unless the caller may give, and so also take, a role at a place. */
export function mustMayGrant(caller: Caller, role: RoleAtPlace): void {
  if (!caller.staff || !mayGrant(caller.staff, role)) throw caller.refusal();
}

/** A number as it is kept; empty for none. */
export function readPhone(typed: string): string | null {
  if (typed.trim() === '') return null;
  const phone = phoneNumber(typed);
  if (phone === undefined) throw invalid('phone', 'phone-number');
  return phone;
}

/** How somebody is answered who asks about what is not there: only who reaches the whole country is told so. */
export function nothingThere(caller: Caller): Problem {
  return caller.may('person.read', { place: NATION }) ? new Problem('not-found') : caller.refusal();
}
