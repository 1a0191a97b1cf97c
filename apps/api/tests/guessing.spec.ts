import { cardDigits, Cards, checkDigit, Throttle } from '@sala/api/identity';
import { randomDigits, randomToken } from '@sala/api/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { demoId, startApi, type TestApi } from './start-api.js';

const GUESSES = 10_000;

describe('guessing', () => {
  let api: TestApi;
  let throttle: Throttle;
  beforeAll(async () => {
    api = await startApi({ demo: true });
    // A machine so slow that a delay ends while the guessing still goes on would change what is counted.
    api.stopClock();
    throttle = api.app.get(Throttle);
  });
  afterAll(() => api.close());

  /** Tries without pause from one address, then once a minute for a day: how many tries were looked at. */
  async function lookedAt(triers: (i: number) => Parameters<Throttle['enter']>[0]): Promise<{ burst: number; day: number }> {
    const tryOnce = (i: number): Promise<number> =>
      throttle.enter(triers(i)).then(
        () => 1,
        () => 0,
      );
    let burst = 0;
    for (let i = 0; i < GUESSES; i += 20) {
      const tried = await Promise.all(Array.from({ length: 20 }, (_, k) => tryOnce(i + k)));
      burst += tried.reduce((sum, one) => sum + one, 0);
    }
    let day = 0;
    for (let minute = 0; minute < 24 * 60; minute++) {
      api.wait(60);
      day += await tryOnce(GUESSES + minute);
    }
    return { burst, day };
  }

  it('card codes: of 10,000 tries from one address some fifty are looked at, then about a hundred a day', async () => {
    const { burst, day } = await lookedAt(() => [{ as: 'card address', name: '203.0.113.1' }]);
    expect(burst).toBeLessThanOrEqual(52);
    expect(day).toBeLessThanOrEqual(110);
  });

  it('PINs: of 10,000 tries at one person from ever new addresses five are looked at, for ever', async () => {
    const person = randomUUID();
    const { burst, day } = await lookedAt((i) => [
      { as: 'pin address', name: `203.0.${Math.floor(i / 250)}.${i % 250}` },
      { as: 'pin person', name: person },
    ]);
    expect(burst + day).toBeLessThanOrEqual(5);
  });

  it('one-time codes: of 10,000 tries at one person three are looked at, then under 120 in the day that a code lives', async () => {
    const person = randomUUID();
    const { burst, day } = await lookedAt((i) => [
      { as: 'code address', name: `203.1.${Math.floor(i / 250)}.${i % 250}` },
      { as: 'code person', name: person },
    ]);
    expect(burst).toBeLessThanOrEqual(3);
    expect(day).toBeLessThanOrEqual(120);
  });

  it('passwords: of 10,000 tries at one account four are looked at, then under 120 a day', async () => {
    const { burst, day } = await lookedAt((i) => [
      { as: 'staff address', name: `203.2.${Math.floor(i / 250)}.${i % 250}` },
      { as: 'staff account', name: 'somebody@example.org' },
    ]);
    expect(burst).toBeLessThanOrEqual(4);
    expect(day).toBeLessThanOrEqual(120);
  });

  it('is slowed down over HTTP alike for a known and an unknown account', async () => {
    const statuses = async (email: string): Promise<number[]> => {
      const seen: number[] = [];
      for (let i = 0; i < 8; i++)
        seen.push((await api.browser().post('identity/staff', { email, password: 'wrong-password', code: '123456' })).status);
      return seen;
    };
    const known = await statuses('officer@demo.sala.example');
    api.wait(7200);
    expect(await statuses('nobody@demo.sala.example')).toEqual(known);
    expect(known).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
  });

  it('says how long to wait, and forgets an address’s failures after an hour of quiet', async () => {
    const card = '4100 0000 0018';
    let reply = await api.browser().post('identity/card', { code: card });
    for (let i = 0; i < 60 && reply.status === 401; i++) reply = await api.browser().post('identity/card', { code: card });
    expect(reply.body).toMatchObject({ code: 'too-many-tries', retryAfter: expect.any(Number) });
    expect(reply.headers.get('retry-after')).toBe(String(reply.body.retryAfter));
    api.wait(3601);
    expect((await api.browser().post('identity/card', { code: card })).body).toMatchObject({ code: 'card-refused' });
  });

  it('holds over restarts: what was counted stands in the database under a keyed hash', async () => {
    const again = await startApi({ database: { url: api.env['DATABASE_URL'] ?? '', drop: async () => undefined } });
    try {
      const person = { as: 'pin person', name: demoId('channa') } as const;
      for (let i = 0; i < 2; i++) await throttle.enter([person]);
      await expect(again.app.get(Throttle).enter([person])).rejects.toMatchObject({ code: 'too-many-tries' });
      const keys = await api.database.query<{ key: string }[]>(`select encode(key, 'escape') as key from throttle`);
      expect(keys.map((row) => row.key).join()).not.toContain(demoId('channa'));
    } finally {
      await again.close();
    }
  });

  it('counts tries made in the same moment one by one', async () => {
    const person = { as: 'pin person', name: randomUUID() } as const;
    const tried = await Promise.allSettled(Array.from({ length: 50 }, () => throttle.enter([person])));
    expect(tried.filter((one) => one.status === 'fulfilled').length).toBeLessThanOrEqual(2);
  });

  it('treats all addresses of one IPv6 network as one', async () => {
    const tries = Array.from({ length: 70 }, (_, i) => throttle.enter([{ as: 'card address', name: `2001:db8:1:2::${i.toString(16)}` }]));
    const seen = await Promise.allSettled(tries);
    expect(seen.some((one) => one.status === 'rejected')).toBe(true);
    await expect(throttle.enter([{ as: 'card address', name: '2001:db8:1:3::1' }])).resolves.toBeDefined();
  });
});

describe('generated secrets', () => {
  it('are random: a thousand never repeat, and each digit is as frequent as another', () => {
    const tokens = new Set(Array.from({ length: 1000 }, randomToken));
    expect(tokens.size).toBe(1000);
    const digits = randomDigits(100_000);
    for (let digit = 0; digit < 10; digit++) {
      const share = digits.split(String(digit)).length - 1;
      expect(Math.abs(share - 10_000)).toBeLessThan(600);
    }
  });

  it('card codes have a check digit that finds each wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const code = `${digits}${checkDigit(digits)}`;
        expect(cardDigits(code)).toBe(code);
        const wrong = [...code].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join('');
        expect(cardDigits(wrong)).toBeUndefined();
      }),
    );
  });

  it('cards are issued with different codes', async () => {
    const api = await startApi({ demo: true });
    try {
      const cards = api.app.get(Cards);
      const codes = new Set<string>();
      for (let i = 0; i < 100; i++) codes.add(await cards.issue(api.database.manager, demoId('channa')));
      expect(codes.size).toBe(100);
      const stored = await api.database.query<object[]>('select 1 from card where person_id = $1 and revoked_at is null', [
        demoId('channa'),
      ]);
      expect(stored).toHaveLength(1);
    } finally {
      await api.close();
    }
  });
});
