import { Passwords } from '@sala/api/identity';
import { DEMO_PASSWORD } from '@sala/api/people';
import type { OneTimeCodeReply, OpenProfileReply, SessionReply, ShowCardReply } from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { asStaff, codeOf, demoCard, demoId, onPhone, startApi, type TestApi } from './start-api.js';

describe('a learner', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ demo: true });
  });
  afterAll(() => api.close());

  const ticketOf = async (name: string): Promise<string> =>
    (await api.browser().post<ShowCardReply>('identity/card', { code: demoCard(name) })).body.ticket;

  it('shows a card in either script and with spaces, chooses a PIN once and enters it from then on', async () => {
    const browser = api.browser();
    const khmer = demoCard('channa').replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
    const first = await browser.post<ShowCardReply>('identity/card', { code: `${khmer.slice(0, 4)} ${khmer.slice(4)}` });
    expect(first.body).toMatchObject({ pin: 'choose', person: { id: demoId('channa'), familyName: 'សុខ', givenNameLatin: 'CHANNA' } });
    const opened = await browser.post<OpenProfileReply>('identity/profile', {
      ticket: first.body.ticket,
      pin: '7391',
      deviceId: browser.deviceId,
    });
    expect(opened.body).toMatchObject({ deviceId: browser.deviceId, placeName: { code: '010201', latin: 'Banteay Neang' } });
    const second = await api.browser().post<ShowCardReply>('identity/card', { code: demoCard('channa') });
    expect(second.body.pin).toBe('enter');
    const session = await browser.get<SessionReply>('identity/session');
    expect(session.body.phone?.learners.map((one) => one.id)).toEqual([demoId('channa')]);
  });

  it('gets a cookie that scripts and other sites cannot use, and of which only the hash is stored', async () => {
    const browser = await onPhone(api, 'vannak');
    const token = browser.cookies.get('sala') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const stored = await api.database.query<{ hash: string }[]>(`select encode(token_hash, 'hex') as hash from session`);
    expect(stored.map((row) => row.hash)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    const reply = await api.browser().post<ShowCardReply>('identity/card', { code: demoCard('vannak') });
    const opened = await fetch(`${api.origin}/api/identity/profile`, {
      method: 'POST',
      headers: { origin: api.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: reply.body.ticket, pin: '2580', deviceId: randomUUID() }),
    });
    expect(opened.headers.getSetCookie()[0]).toMatch(/^sala=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('is refused an easy PIN', async () => {
    const ticket = await ticketOf('sarun');
    for (const pin of ['0000', '7777', '1234']) {
      const reply = await api.browser().post('identity/profile', { ticket, pin, deviceId: randomUUID() });
      expect(reply.body).toMatchObject({ code: 'invalid-request', errors: [{ path: 'pin', rule: 'pin-too-easy' }] });
    }
  });

  it('uses a ticket once and for ten minutes', async () => {
    await onPhone(api, 'sophea');
    const ticket = await ticketOf('sophea');
    const open = (): ReturnType<ReturnType<typeof api.browser>['post']> =>
      api.browser().post('identity/profile', { ticket, pin: '2580', deviceId: randomUUID() });
    expect((await open()).status).toBe(200);
    expect((await open()).body).toMatchObject({ code: 'ticket-expired' });
    const late = await ticketOf('sophea');
    api.wait(601);
    const reply = await api.browser().post('identity/profile', { ticket: late, pin: '2580', deviceId: randomUUID() });
    expect(reply.body).toMatchObject({ code: 'ticket-expired', status: 401 });
  });

  it('shares a phone: each newcomer changes the token, and all stay on it', async () => {
    const browser = await onPhone(api, 'sophea');
    const before = browser.cookies.get('sala');
    const old = api.browser();
    old.cookies.set('sala', before ?? '');
    await onPhone(api, 'ratana', browser);
    expect(browser.cookies.get('sala')).not.toBe(before);
    expect((await old.get<SessionReply>('identity/session')).body).toEqual({});
    const { phone } = (await browser.get<SessionReply>('identity/session')).body;
    expect(phone?.learners.map((one) => one.givenNameLatin).sort()).toEqual(['RATANA', 'SOPHEA']);
    expect((await browser.delete(`identity/learners/${demoId('ratana')}`)).status).toBe(204);
    expect((await browser.get<SessionReply>('identity/session')).body.phone?.learners.map((one) => one.givenNameLatin)).toEqual(['SOPHEA']);
  });

  it('never records under the id of another phone', async () => {
    const first = await onPhone(api, 'sophea');
    const second = api.browser();
    second.deviceId = first.deviceId;
    await onPhone(api, 'ratana', second);
    expect(second.deviceId).not.toBe(first.deviceId);
    const again = await onPhone(api, 'ratana', first);
    expect(again.deviceId).toBe(first.deviceId);
  });

  it('is locked out after five wrong PINs that come slower and slower, until a mentor gives a code', async () => {
    const mentor = await onPhone(api, 'ratana');
    await onPhone(api, 'channa', api.browser(), '7391');
    const guess = async (): Promise<object> =>
      (await api.browser().post('identity/profile', { ticket: await ticketOf('channa'), pin: '0001', deviceId: randomUUID() })).body;
    expect(await guess()).toMatchObject({ code: 'pin-refused', triesLeft: 4 });
    expect(await guess()).toMatchObject({ code: 'pin-refused', triesLeft: 3, retryAfter: 5 });
    expect(await guess()).toMatchObject({ code: 'too-many-tries', status: 429 });
    for (const [wait, left, next] of [
      [5, 2, 30],
      [30, 1, 300],
    ] as const) {
      api.wait(wait);
      expect(await guess()).toMatchObject({ code: 'pin-refused', triesLeft: left, retryAfter: next });
    }
    api.wait(300);
    expect(await guess()).toMatchObject({ code: 'pin-locked', status: 403 });
    api.wait(86_400 * 30);
    const right = await api.browser().post('identity/profile', { ticket: await ticketOf('channa'), pin: '7391', deviceId: randomUUID() });
    expect(right.body).toMatchObject({ code: 'pin-locked' });

    const given = await mentor.post<OneTimeCodeReply>(`people/${demoId('channa')}/one-time-code`);
    expect(given.body.code).toMatch(/^\d{4} \d{4}$/);
    const reset = (code: string) =>
      api.browser().post<OpenProfileReply>('identity/pin', { personId: demoId('channa'), code, pin: '4826', deviceId: randomUUID() });
    expect((await reset('0000 0000')).status).toBe(401);
    expect((await reset(given.body.code)).body).toMatchObject({ person: { id: demoId('channa') } });
    expect((await reset(given.body.code)).body).toMatchObject({ code: 'one-time-code-refused' });
    await onPhone(api, 'channa', api.browser(), '4826');
  });

  it('gets a one-time code that ends after a day', async () => {
    const officer = await asStaff(api, 'officer');
    const given = await officer.post<OneTimeCodeReply>(`people/${demoId('sarun')}/one-time-code`);
    api.wait(86_401);
    const reply = await api
      .browser()
      .post('identity/pin', { personId: demoId('sarun'), code: given.body.code, pin: '4826', deviceId: randomUUID() });
    expect(reply.body).toMatchObject({ code: 'one-time-code-refused' });
  });

  it('is refused everywhere at once when suspended, and let in again afterwards', async () => {
    const browser = await onPhone(api, 'vannak');
    await api.database.query('update person set suspended_at = now() where id = $1', [demoId('vannak')]);
    expect((await browser.get(`progress/${demoId('vannak')}`)).status).toBe(403);
    expect((await browser.get<SessionReply>('identity/session')).body.phone?.learners).toEqual([]);
    expect((await api.browser().post('identity/card', { code: demoCard('vannak') })).body).toMatchObject({ code: 'card-refused' });
    await api.database.query('update person set suspended_at = null where id = $1', [demoId('vannak')]);
    expect((await browser.get(`progress/${demoId('vannak')}`)).status).toBe(200);
  });

  it('loses card and phones when the card is revoked, and comes back with a new one', async () => {
    const browser = await onPhone(api, 'vannak');
    const officer = await asStaff(api, 'officer');
    expect((await officer.delete(`people/${demoId('vannak')}/card`)).status).toBe(204);
    expect((await browser.get(`progress/${demoId('vannak')}`)).status).toBe(403);
    expect((await api.browser().post('identity/card', { code: demoCard('vannak') })).status).toBe(401);
    const issued = await officer.post<{ code: string; address: string }>(`people/${demoId('vannak')}/card`);
    expect(issued.body.code).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(issued.body.address).toBe(`${api.origin}/card#${issued.body.code.replaceAll(' ', '')}`);
    expect((await api.browser().post('identity/card', { code: issued.body.code })).status).toBe(200);
  });

  it('stays signed in for 400 days after being seen last', async () => {
    const browser = await onPhone(api, 'sophea');
    api.wait(86_400 * 399);
    const seen = await browser.get<SessionReply>('identity/session');
    expect(seen.body.phone?.learners).toHaveLength(1);
    expect(seen.headers.getSetCookie()).toHaveLength(1);
    api.wait(86_400 * 399);
    expect((await browser.get<SessionReply>('identity/session')).body.phone?.learners).toHaveLength(1);
    api.wait(86_400 * 401);
    expect((await browser.get<SessionReply>('identity/session')).body).toEqual({});
  });
});

describe('staff', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ demo: true });
  });
  afterAll(() => api.close());

  const officer = 'officer@demo.sala.example';

  it('sign in with e-mail, password and code, and have a session beside the phone’s', async () => {
    const browser = await onPhone(api, 'channa');
    await asStaff(api, 'officer', browser);
    const { body } = await browser.get<SessionReply>('identity/session');
    expect(body.staff?.roles).toEqual([{ role: 'officer', place: { code: '01', khmer: 'បន្ទាយមានជ័យ', latin: 'Banteay Meanchey' } }]);
    expect(body.phone?.learners).toHaveLength(1);
    await browser.delete('identity/session');
    expect(Object.keys((await browser.get<SessionReply>('identity/session')).body)).toEqual(['phone']);
  });

  it('are answered the same for an unknown address, a wrong password and a wrong code', async () => {
    const ask = async (email: string, password: string, code: string): Promise<object> => {
      const { body, status, headers } = await api.browser().post('identity/staff', { email, password, code });
      return { ...body, requestId: '', status, cookie: headers.getSetCookie() };
    };
    api.wait(86_400);
    const code = await codeOf(api, officer);
    const answers = [
      await ask('nobody@demo.sala.example', DEMO_PASSWORD, code),
      await ask(officer, 'wrong-password', code),
      await ask(officer, DEMO_PASSWORD, '000000'),
    ];
    expect(answers[0]).toMatchObject({ code: 'sign-in-refused', status: 401, cookie: [] });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('take the same time to refuse, known or not: the same hash is computed', async () => {
    const passwords = api.app.get(Passwords);
    const stored = await passwords.hash('right-password');
    await passwords.matches(undefined, 'warm');
    const time = async (hash: string | undefined): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 15; i++) {
        const began = performance.now();
        expect(await passwords.matches(hash, 'wrong')).toBe(false);
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[7] ?? 0;
    };
    const ratio = (await time(undefined)) / (await time(stored));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('use a code once, in whatever process', async () => {
    api.wait(86_400);
    const request = { email: officer, password: DEMO_PASSWORD, code: await codeOf(api, officer) };
    const other = await startApi({ database: { url: api.env['DATABASE_URL'] ?? '', drop: async () => undefined } });
    try {
      expect((await api.browser().post('identity/staff', request)).status).toBe(200);
      other.wait(86_400 * 2 + 60);
      expect((await api.browser().post('identity/staff', request)).body).toMatchObject({ code: 'sign-in-refused' });
      expect((await other.browser().post('identity/staff', request)).body).toMatchObject({ code: 'sign-in-refused' });
    } finally {
      await other.close();
    }
  });

  it('are signed out after twelve idle hours, and after a week at the latest', async () => {
    const idle = await asStaff(api, 'trainer');
    api.wait(3600 * 11);
    expect((await idle.get<SessionReply>('identity/session')).body.staff).toBeDefined();
    api.wait(3600 * 11);
    expect((await idle.get<SessionReply>('identity/session')).body.staff).toBeDefined();
    api.wait(3600 * 12.1);
    expect((await idle.get<SessionReply>('identity/session')).body.staff).toBeUndefined();
    const busy = await asStaff(api, 'trainer');
    for (let hours = 0; hours < 24 * 7 - 11; hours += 11) {
      expect((await busy.get<SessionReply>('identity/session')).body.staff).toBeDefined();
      api.wait(3600 * 11);
    }
    api.wait(3600 * 11);
    expect((await busy.get<SessionReply>('identity/session')).body.staff).toBeUndefined();
  });

  it('get a new token at each sign-in, and the old one ends', async () => {
    const browser = await asStaff(api, 'reviewer');
    const old = api.browser();
    old.cookies.set('sala-staff', browser.cookies.get('sala-staff') ?? '');
    await asStaff(api, 'reviewer', browser);
    expect((await old.get<SessionReply>('identity/session')).body).toEqual({});
    expect((await browser.get<SessionReply>('identity/session')).body.staff).toBeDefined();
  });

  it('keep their second factor encrypted', async () => {
    const rows = await api.database.query<{ sealed: Buffer }[]>('select totp_sealed as sealed from account');
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.sealed.toString('latin1')).join()).not.toMatch(/SALA/);
  });
});
