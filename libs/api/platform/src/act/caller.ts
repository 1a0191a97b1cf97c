import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { can, type Act, type Actor, type Subject } from '@sala/domain/access';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** A phone with the people brought onto it. */
export type PhoneActor = Extract<Actor, { via: 'phone' }>;
/** A signed-in member of staff. */
export type StaffActor = Extract<Actor, { via: 'staff' }>;

/** Who makes a request. One browser may be a phone and a member of staff's desk at once. */
export class Caller {
  constructor(readonly actors: readonly Actor[]) {}

  /** The phone that the request comes from, when it carries a phone's session. */
  get phone(): PhoneActor | undefined {
    return this.actors.find((actor) => actor.via === 'phone');
  }

  /** The member of staff that the request comes from. */
  get staff(): StaffActor | undefined {
    return this.actors.find((actor) => actor.via === 'staff');
  }

  /** Whether one of the actors may do the act to the subject. */
  may(act: Act, subject?: Subject): boolean {
    return this.actors.some((actor) => can(actor, act, subject));
  }

  /** Whether the person is among those signed in here. */
  speaksFor(personId: string): boolean {
    return this.actors.some((actor) => 'persons' in actor && actor.persons.some((person) => person.id === personId));
  }

  /** Who of those signed in here may do the act to all of the subjects; those whom it concerns don't count. */
  whoMay(act: Act, subjects: readonly Subject[], concerned: readonly string[]): string | undefined {
    for (const actor of this.actors) {
      for (const person of 'persons' in actor ? actor.persons : []) {
        const alone: Actor = actor.via === 'phone' ? { ...actor, persons: [person] } : actor;
        if (!concerned.includes(person.id) && subjects.every((subject) => can(alone, act, subject))) return person.id;
      }
    }
    return undefined;
  }

  /** Refuses the request unless one of the actors may do the act to the subject. */
  mustBeAllowed(act: Act, subject?: Subject): void {
    if (!this.may(act, subject)) throw this.refusal();
  }

  /** How this caller is refused: with nobody signed in, signing in may help. */
  refusal(): Problem {
    return new Problem(this.actors.length === 0 ? 'not-signed-in' : 'not-allowed');
  }
}

/** What the guard must ask the rooms that know sessions and people. */
export abstract class Doorkeeper {
  /** The actors whose sessions the request carries. */
  abstract actorsOf(request: FastifyRequest): Promise<Actor[]>;
  /** The places of the roles that a person holds now; empty for an unknown person. */
  abstract placesOf(personId: string): Promise<string[]>;
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** Remembers who makes a request, for its handler. */
export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** Gives a handler the caller that the guard let in. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  return callers.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? new Caller([]);
});
