import { BadEnv, readEnv } from '@sala/api/platform';
import { routes, type ProblemReply } from '@sala/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { asStaff, onPhone, startApi, type TestApi } from './start-api.js';

describe('a request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ demo: true });
  });
  afterAll(() => api.close());

  const json = { 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: ProblemReply; headers: Headers }> => {
    const reply = await fetch(`${api.origin}${path}`, { ...init, headers: { origin: api.origin, ...init.headers } });
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as ProblemReply };
  };
  const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = json) =>
    ask('/api/identity/card', { method: 'POST', body, headers });

  it('that fails is answered as application/problem+json with its code, status and request id', async () => {
    const { status, body, headers } = await ask('/api/people?place=01');
    expect(status).toBe(401);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: '/problems/not-signed-in',
      code: 'not-signed-in',
      title: 'Not signed in',
      status: 401,
      requestId: headers.get('x-request-id'),
    });
  });

  it('gets an id of ours, never one from outside', async () => {
    const { headers } = await ask('/api/health', { headers: { 'x-request-id': 'mine', 'request-id': 'mine' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('with something wrong in it is answered by path and rule, without the value', async () => {
    const { body } = await post(JSON.stringify({ code: 5, more: 'SECRET' }));
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { path: 'code', rule: 'isString' },
        { path: 'more', rule: 'whitelistValidation' },
      ]),
    );
    expect(JSON.stringify(body)).not.toContain('SECRET');
  });

  it.each([
    ['broken JSON', () => post('{'), 400, 'invalid-request'],
    ['an empty body', () => post(''), 400, 'invalid-request'],
    ['a body that poisons prototypes', () => post('{"__proto__":{"a":1}}'), 400, 'invalid-request'],
    ['a body too large for a form', () => post(JSON.stringify({ code: 'x'.repeat(20_000) })), 413, 'too-large'],
    ['another media type', () => post('code=1', { 'content-type': 'text/plain' }), 415, 'unsupported-media-type'],
    ['a form', () => post('code=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'unsupported-media-type'],
    ['an unknown encoding', () => post('x', { ...json, 'content-encoding': 'br' }), 415, 'unsupported-media-type'],
    [
      'a truncated gzip body',
      () => post(new Uint8Array(gzipSync('{"code":"1234567890123456"}').subarray(0, 20)), { ...json, 'content-encoding': 'gzip' }),
      400,
      'invalid-request',
    ],
    ['no gzip at all', () => post('hello', { ...json, 'content-encoding': 'gzip' }), 400, 'invalid-request'],
    [
      'a gzip bomb',
      () => post(new Uint8Array(gzipSync(`{"code":"${'0'.repeat(10_000_000)}"}`)), { ...json, 'content-encoding': 'gzip' }),
      413,
      'too-large',
    ],
    ['an unknown route', () => ask('/api/nothing'), 404, 'not-found'],
    ['an unknown method', () => ask('/api/health', { method: 'PUT' }), 404, 'not-found'],
    ['a malformed path', () => ask('/api/%'), 400, 'invalid-request'],
  ] as const)('with %s is refused', async (_, send, status, code) => {
    const reply = await send();
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('may have a gzip body', async () => {
    const reply = await post(new Uint8Array(gzipSync('{"code":"1234"}')), { ...json, 'content-encoding': 'gzip' });
    expect(reply.body.code).toBe('card-refused');
  });

  it('that changes something must come from a page of ours', async () => {
    const from = async (headers: Record<string, string>): Promise<string> => {
      const reply = await fetch(`${api.origin}/api/identity/card`, {
        method: 'POST',
        body: '{"code":"1"}',
        headers: { ...json, ...headers },
      });
      return ((await reply.json()) as ProblemReply).code;
    };
    expect(await from({ origin: 'https://evil.example' })).toBe('wrong-origin');
    expect(await from({ origin: 'null' })).toBe('wrong-origin');
    expect(await from({})).toBe('wrong-origin');
    expect(await from({ origin: api.origin, 'sec-fetch-site': 'cross-site' })).toBe('wrong-origin');
    expect(await from({ origin: api.origin, 'sec-fetch-site': 'same-site' })).toBe('wrong-origin');
    expect(await from({ origin: api.origin })).toBe('card-refused');
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe('card-refused');
  });

  it('is limited by address, tighter where one signs in', async () => {
    const limited = await startApi({ env: { RATE_LIMIT: '400' } });
    const statuses = async (path: string, times: number): Promise<number[]> => {
      const init = path.includes('card') ? { method: 'POST', body: '{}', headers: { ...json, origin: limited.origin } } : {};
      return Promise.all(Array.from({ length: times }, async () => (await fetch(`${limited.origin}/api/${path}`, init)).status));
    };
    try {
      expect(await statuses('health', 410)).toContain(429);
      expect((await statuses('identity/card', 301)).filter((status) => status === 429)).toHaveLength(1);
      const reply = await fetch(`${limited.origin}/api/health`);
      expect(await reply.json()).toMatchObject({ code: 'too-many-requests', retryAfter: expect.any(Number) });
    } finally {
      await limited.close();
    }
  });

  it('of any shape is answered, never with a failure of the server', async () => {
    const phone = await onPhone(api, 'sophea');
    const officer = await asStaff(api, 'officer');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('', '\u0000', 'KH', '01', phone.deviceId, '៤១០០'),
    );
    const names = [
      'code',
      'ticket',
      'pin',
      'deviceId',
      'personId',
      'email',
      'password',
      'clock',
      'events',
      'learners',
      'catalogue',
      'place',
      'role',
      'familyName',
      '__proto__x',
    ];
    const body = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.uuid(),
      fc.constantFrom('latest', '1', '2147483648', '9999999', '..', '%', "' or 1=1"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(routes)),
        body,
        part,
        fc.constantFrom(phone, officer),
        async (route, sent, text, browser) => {
          if (route.method === 'DELETE') return;
          const path = route.path.replace(/:\w+/g, () => encodeURIComponent(text)) || 'x';
          const query =
            route.method === 'GET'
              ? `?place=${encodeURIComponent(text)}&search=${encodeURIComponent(text)}&after=${encodeURIComponent(text)}`
              : '';
          const { status } = await browser.send(route.method, path + query, route.method === 'POST' ? sent : undefined);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('for data is never cached or framed', async () => {
    const { headers } = await ask('/api/health');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('for metrics is answered only on the machine itself or with the token', async () => {
    const get = (headers: Record<string, string>): Promise<number> =>
      fetch(`${api.origin}/metrics`, { headers }).then((reply) => reply.status);
    expect(await get({})).toBe(200);
    expect(await get({ 'x-forwarded-for': '203.0.113.9' })).toBe(401);
    expect(await get({ forwarded: 'for=203.0.113.9' })).toBe(401);
    const watched = await startApi({ env: { METRICS_TOKEN: 'm'.repeat(32) } });
    const remote = { 'x-forwarded-for': '203.0.113.9' };
    try {
      const status = async (token: string): Promise<number> =>
        (await fetch(`${watched.origin}/metrics`, { headers: { ...remote, authorization: `Bearer ${token}` } })).status;
      expect([await status('m'.repeat(32)), await status('n'.repeat(32))]).toEqual([200, 401]);
    } finally {
      await watched.close();
    }
    const text = await (await fetch(`${api.origin}/metrics`)).text();
    expect(text).toContain('sala_request_seconds_count{method="GET",route="/api/health",status="200"}');
  });

  it('leaves one log line with route, status and time, and nothing about anybody', async () => {
    const before = api.log.length;
    await onPhone(api, 'channa');
    await ask('/api/people?place=01&search=SECRET', { headers: { cookie: 'sala=SECRET', authorization: 'Bearer SECRET' } });
    const lines = api.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => [line['method'], line['route'], line['status']])).toEqual([
      ['POST', '/api/identity/card', 200],
      ['POST', '/api/identity/profile', 200],
      ['GET', '/api/people', 401],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/SECRET|4100|2580|127\.0\.0\.1/);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      'hostname',
      'level',
      'method',
      'ms',
      'msg',
      'pid',
      'requestId',
      'route',
      'status',
      'time',
    ]);
  });
});

describe('readiness', () => {
  it('waits for migrations and for a folder that can be written', async () => {
    const api = await startApi();
    try {
      const ready = (): Promise<number> => fetch(`${api.origin}/api/ready`).then((reply) => reply.status);
      expect(await ready()).toBe(200);
      await api.database.query(`delete from migration where id = (select max(id) from migration)`);
      expect(await ready()).toBe(503);
      expect((await fetch(`${api.origin}/api/health`)).status).toBe(200);
    } finally {
      await api.close();
    }
  });
});

describe('the surroundings', () => {
  const good = { NODE_ENV: 'production', DATABASE_URL: 'postgres://a:b@c/d', SALA_SECRET: '0f'.repeat(10) + 'Kq93vhLw02mZ81nRt' };

  it('are read once and frozen', () => {
    const env = readEnv(good);
    expect(env).toMatchObject({ isProduction: true, PORT: 3000, HOST: '127.0.0.1', LOG_LEVEL: 'info' });
    expect(Object.isFrozen(env)).toBe(true);
  });

  it.each([
    [{ SALA_SECRET: undefined }, /SALA_SECRET is missing/],
    [{ SALA_SECRET: 'short' }, /SALA_SECRET is too short/],
    [{ SALA_SECRET: 'x'.repeat(64) }, /known default/],
    [{ SALA_SECRET: 'changeme-changeme-changeme-changeme' }, /known default/],
    [{ DATABASE_URL: undefined }, /DATABASE_URL is missing/],
    [{ PORT: 'abc' }, /PORT must be a whole number/],
    [{ NODE_ENV: 'prod' }, /NODE_ENV must be/],
    [{ TRUST_PROXY: 'yes please' }, /TRUST_PROXY must name/],
    [{ METRICS_TOKEN: 'short' }, /METRICS_TOKEN is too short/],
    [{ SALA_RIEL_PER_GB: 'cheap' }, /SALA_RIEL_PER_GB must be a whole number/],
    [{ SALA_RIEL_PER_GB: '-1' }, /SALA_RIEL_PER_GB must be a whole number/],
    [{ PUBLIC_ADDRESS: 'sala.example' }, /PUBLIC_ADDRESS must look like/],
  ])('that are wrong (%j) are told in a sentence', (wrong, sentence) => {
    expect(() => readEnv({ ...good, ...wrong })).toThrow(BadEnv);
    expect(() => readEnv({ ...good, ...wrong })).toThrow(sentence);
  });
});
