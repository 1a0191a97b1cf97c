import { Problem } from '@sala/api/platform';
import type {
  OpenProfileReply,
  OpenProfileRequest,
  ResetPinRequest,
  SessionReply,
  ShowCardReply,
  ShowCardRequest,
  SignInStaffRequest,
  StaffSession,
} from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Cookies } from './cookies.js';
import { Directory } from './directory.js';
import { Phones } from './phones.js';
import { Sessions, type Session } from './sessions.js';
import { SignIn, type From, type OpenedProfile } from './sign-in.js';
import { Staff } from './staff.js';

/** Between the requests that sign in and out and the browser's cookies. */
@Injectable()
export class Door {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly signIn: SignIn,
    private readonly staff: Staff,
    private readonly phones: Phones,
    private readonly directory: Directory,
  ) {}

  /** Looks at a card. */
  showCard(body: ShowCardRequest, request: FastifyRequest): Promise<ShowCardReply> {
    return this.signIn.showCard(body.code, request.ip);
  }

  /** Opens a profile on the phone. */
  async openProfile(body: OpenProfileRequest, request: FastifyRequest, reply: FastifyReply): Promise<OpenProfileReply> {
    return this.giveProfile(await this.signIn.openProfile(body, await this.from(request)), reply);
  }

  /** Sets a new PIN and opens the profile on the phone. */
  async resetPin(body: ResetPinRequest, request: FastifyRequest, reply: FastifyReply): Promise<OpenProfileReply> {
    return this.giveProfile(await this.signIn.resetPin(body, await this.from(request)), reply);
  }

  /** Signs a member of staff in. */
  async signInStaff(body: SignInStaffRequest, request: FastifyRequest, reply: FastifyReply): Promise<StaffSession> {
    const before = await this.sessions.of(request);
    const token = await this.staff.signIn(
      body,
      request.ip,
      before.find((session) => session.kind === 'staff'),
    );
    const { staff } = await this.describe(await this.sessions.ofToken('staff', token));
    if (!staff) throw new Problem('sign-in-refused');
    this.cookies.write(reply, 'staff', token);
    return staff;
  }

  /** Who is signed in; a session that is still used is kept. */
  async session(request: FastifyRequest, reply: FastifyReply): Promise<SessionReply> {
    const sessions = await this.sessions.of(request);
    for (const session of sessions.filter((one) => one.isStale)) {
      await this.sessions.keep(session);
      if (session.kind === 'phone') this.cookies.write(reply, 'phone', session.token);
    }
    return this.describe(sessions);
  }

  /** Ends the staff session, or without one the phone's. */
  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = (await this.sessions.of(request)).at(-1);
    if (!session) throw new Problem('not-signed-in');
    await this.sessions.end(this.database.manager, session);
    this.cookies.clear(reply, session.kind);
  }

  /** Takes a learner from the phone. */
  async leavePhone(personId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { phone } = await this.from(request);
    if (!phone) throw new Problem('not-allowed');
    const token = await this.database.transaction((tx) => this.phones.leave(tx, personId, phone));
    if (token === undefined) this.cookies.clear(reply, 'phone');
    else this.cookies.write(reply, 'phone', token);
  }

  private giveProfile(opened: OpenedProfile, reply: FastifyReply): OpenProfileReply {
    this.cookies.write(reply, 'phone', opened.token);
    return opened.reply;
  }

  private async from(request: FastifyRequest): Promise<From> {
    const sessions = await this.sessions.of(request);
    return { address: request.ip, phone: sessions.find((session) => session.kind === 'phone') };
  }

  private async describe(sessions: readonly Session[]): Promise<SessionReply> {
    const reply: SessionReply = {};
    for (const { kind, deviceId, persons } of sessions) {
      const names = await this.directory.names(persons.map((person) => person.id));
      const [name] = names;
      const [person] = persons;
      if (kind === 'phone' && deviceId) reply.phone = { deviceId, learners: names };
      else if (name && person) reply.staff = { person: name, roles: await this.directory.roles(person) };
    }
    return reply;
  }
}
