import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@sala/contract/routes';
import { ACT_RULES, NATION } from '@sala/domain/access';
import type { FastifyRequest } from 'fastify';
import { Env } from '../env/env.js';
import { invalid, Problem } from '../problem.js';
import { tokenHash } from '../secrets.js';
import { Caller, Doorkeeper, rememberCaller } from './caller.js';
import { ROUTE } from './handle.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Lets a request through when one of its actors may do the act of its route. For a route about a person (`:personId` in its path) the person's
 * places are looked up and asked for here, so that no handler can forget to.
 */
@Injectable()
export class ActGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly doorkeeper: Doorkeeper,
    private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) throw new Problem('not-allowed');
    const rule = ACT_RULES[route.act];
    if ('anyone' in rule) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = new Caller('operator' in rule ? this.operator(request) : await this.doorkeeper.actorsOf(request));
    rememberCaller(request, caller);
    if (!caller.may(route.act)) throw caller.refusal();
    const personId = (request.params as { personId?: string } | undefined)?.personId;
    if (personId !== undefined) await this.checkPerson(caller, route, personId);
    return true;
  }

  /** Reading needs one of the person's places; changing needs all, or a small role would give power over its holder's larger one. */
  private async checkPerson(caller: Caller, route: Route, personId: string): Promise<void> {
    if (!UUID.test(personId)) throw invalid('personId', 'isUuid');
    if ('self' in ACT_RULES[route.act] && caller.speaksFor(personId)) return;
    const places = await this.doorkeeper.placesOf(personId);
    const asked = places.length === 0 ? [NATION] : places;
    const covered = (place: string): boolean => caller.may(route.act, { personId, place });
    if (!(route.method === 'GET' ? asked.some(covered) : asked.every(covered))) throw caller.refusal();
    if (places.length === 0) throw new Problem('not-found');
  }

  /** The machine's operator: on the machine itself and not through a proxy, or with the token. */
  private operator(request: FastifyRequest): { via: 'operator' }[] {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const expected = this.env.METRICS_TOKEN;
    if (token && expected && timingSafeEqual(tokenHash(token), tokenHash(expected))) return [{ via: 'operator' }];
    const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
    return forwarded === undefined && LOOPBACK.test(request.socket.remoteAddress ?? '') ? [{ via: 'operator' }] : [];
  }
}
