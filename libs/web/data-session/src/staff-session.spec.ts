import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROUTES } from '@sala/web/data-api';
import { routes } from '@sala/contract/routes';
import { StaffSession } from './staff-session.js';

const staff = (id: string) => ({
  person: { id, familyName: 'គង់', givenName: 'បុប្ផា', familyNameLatin: 'KONG', givenNameLatin: 'BOPHA' },
  roles: [{ role: 'trainer', place: { code: '01', khmer: '', latin: '' } }],
});
const json = (value: object, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

describe('who of the staff is signed in', () => {
  const plainFetch = globalThis.fetch;
  const plainZip = globalThis.CompressionStream;
  /** Who is signed in on the server, and what it was asked; no line when there is no server. */
  let server: { staff: ReturnType<typeof staff> | undefined; asked: string[] } | undefined;

  beforeEach(() => {
    localStorage.clear();
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    server = { staff: staff('a'), asked: [] };
    globalThis.fetch = (_, init) => {
      if (!server) return Promise.reject(new TypeError('no line'));
      server.asked.push(init?.method ?? '');
      if (init?.method === 'DELETE') {
        const { staff: who } = server;
        server.staff = undefined;
        return Promise.resolve(who ? new Response(null, { status: 204 }) : json({ code: 'not-signed-in' }, 401));
      }
      if (init?.method === 'POST') return Promise.resolve(json((server.staff = staff('b'))));
      return Promise.resolve(json(server.staff ? { staff: server.staff } : {}));
    };
  });
  afterEach(() => {
    globalThis.fetch = plainFetch;
    globalThis.CompressionStream = plainZip;
  });

  /** The studio is opened anew. */
  async function opened(): Promise<StaffSession> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: ROUTES, useValue: routes }] });
    const session = TestBed.inject(StaffSession);
    await session.start();
    return session;
  }
  const who = (session: StaffSession): string | undefined => session.staff()?.person.id;
  const request = { email: 'b@example.org', password: 'x', code: '123456' };

  it('is who was signed in last while there is no line, and who the server says as soon as there is one', async () => {
    expect(who(await opened())).toBe('a');
    const there = server;
    server = undefined;
    const alone = await opened();
    expect([who(alone), alone.isReached()]).toEqual(['a', false]);
    server = there && { ...there, staff: undefined };
    expect(who(await opened())).toBeUndefined();
    server = undefined;
    expect(who(await opened())).toBeUndefined();
  });

  it('is nobody on a computer on which nobody was signed in, until the line is back', async () => {
    const there = server;
    server = undefined;
    const session = await opened();
    expect([who(session), session.isReached()]).toEqual([undefined, false]);
    server = there;
    await session.again();
    expect([who(session), session.isReached()]).toEqual(['a', true]);
  });

  it('is who was signed in last where the line is slow, and stays it when the answer comes late', async () => {
    await opened();
    const { fetch } = globalThis;
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    globalThis.fetch = async (...asked) => late.then(() => fetch(...asked));
    const session = await opened();
    expect(who(session)).toBe('a');
    if (server) server.staff = undefined;
    answer();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(who(session)).toBe('a');
    expect(who(await opened())).toBeUndefined();
  }, 10_000);

  it('is nobody after signing out without a line, and the server is told when it is reached', async () => {
    const session = await opened();
    const there = server;
    server = undefined;
    await session.signOut();
    expect(who(await opened())).toBeUndefined();
    server = there;
    expect(who(await opened())).toBeUndefined();
    expect(server?.asked.at(-1)).toBe('DELETE');
    expect(server?.staff).toBeUndefined();
  });

  it('is who signed in afterwards, of whom nothing is signed out any more', async () => {
    const session = await opened();
    const there = server;
    server = undefined;
    await session.signOut();
    server = there;
    expect(await session.signIn(request)).toBeUndefined();
    expect(who(session)).toBe('b');
    expect(who(await opened())).toBe('b');
    expect(server?.asked).not.toContain('DELETE');
  });
});
