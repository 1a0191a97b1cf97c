import { Env } from '@sala/api/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The two sessions that a browser may carry: a phone's and a member of staff's. */
export type SessionKind = 'phone' | 'staff';

const DAY = 86_400;
/** Seconds until a session ends: a phone's a good year after it was last seen, staff's after a week. */
export const LIFETIME = { phone: 400 * DAY, staff: 7 * DAY } as const satisfies Record<SessionKind, number>;

/** Session cookies: out of reach of scripts and of other sites, and in production bound to HTTPS and this host. */
@Injectable()
export class Cookies {
  constructor(private readonly env: Env) {}

  /** The token of a session that a request carries. */
  read(request: FastifyRequest, kind: SessionKind): string | undefined {
    return request.cookies[this.nameOf(kind)];
  }

  /** Gives the browser a session. */
  write(reply: FastifyReply, kind: SessionKind, token: string): void {
    reply.setCookie(this.nameOf(kind), token, { ...this.scope(), maxAge: LIFETIME[kind] });
  }

  /** Takes a session from the browser. */
  clear(reply: FastifyReply, kind: SessionKind): void {
    reply.clearCookie(this.nameOf(kind), this.scope());
  }

  private scope() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.env.isProduction } as const;
  }

  private nameOf(kind: SessionKind): string {
    const name = kind === 'phone' ? 'sala' : 'sala-staff';
    return this.env.isProduction ? `__Host-${name}` : name;
  }
}
