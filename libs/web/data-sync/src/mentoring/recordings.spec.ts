import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Profiles, Store } from '@sala/web/data-device';
import { Belongings } from '@sala/web/data-device/late';
import { IDBFactory } from 'fake-indexeddb';
import { VoiceBox } from './recordings.js';

const [CHANNA, MENTOR] = ['01938000-0000-7000-8000-000000000001', '01938000-0000-7000-8000-000000000005'] as const;
const name = (id: string) => ({ id, familyName: 'សុខ', givenName: 'ចាន់ណា', familyNameLatin: 'SOK', givenNameLatin: 'CHANNA' });
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };
const voice = (length: number, type = 'audio/webm'): Blob =>
  ({ type, arrayBuffer: () => Promise.resolve(Uint8Array.from({ length }, (_, n) => (n * 7) % 256).buffer) }) as Blob;
const json = (value: object, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

describe('voices and photos on their way', () => {
  const plainFetch = globalThis.fetch;
  let box: VoiceBox;
  let pieces: { address: string; from: number; length: number }[];
  let received: number;
  let reply: (() => Response) | undefined;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    [pieces, received, reply] = [[], 0, undefined];
    // A server that takes what follows what it has.
    globalThis.fetch = (address, init) => {
      const url = new URL(String(address), 'http://sala.test');
      const [from, bytes] = ['from', 'bytes'].map((key) => Number(url.searchParams.get(key))) as [number, number];
      const { length } = init?.body as Uint8Array;
      pieces.push({ address: url.pathname, from, length });
      if (reply) return Promise.resolve(reply());
      if (from === received) received += length;
      return Promise.resolve(json({ received, whole: received === bytes }));
    };
    await TestBed.inject(Profiles).keep(name(CHANNA), place, '2580');
    box = TestBed.inject(VoiceBox);
  });

  afterEach(() => {
    globalThis.fetch = plainFetch;
  });

  const rows = async () => (await TestBed.inject(Store).database()).getAll('recording');

  it('go in small pieces under the hash of the whole, and go no second time', async () => {
    const id = await box.keep(CHANNA, voice(150_000));
    await box.send();
    await box.send();
    expect(pieces.map(({ from, length }) => [from, length])).toEqual([
      [0, 65_536],
      [65_536, 65_536],
      [131_072, 18_928],
    ]);
    expect(pieces[0]?.address).toBe(`/api/mentoring/people/${CHANNA}/recordings/${id}`);
    expect((await rows())[0]?.sentAt).toBeGreaterThan(0);
  });

  it('go in the same go when they are kept while others are on their way', async () => {
    await box.keep(CHANNA, voice(100));
    const server = globalThis.fetch;
    globalThis.fetch = async (address, init) => {
      globalThis.fetch = server;
      await box.keep(CHANNA, voice(200));
      void box.send();
      const whole = await server(address, init);
      received = 0;
      return whole;
    };
    await box.send();
    expect(pieces.map(({ length }) => length)).toEqual([100, 200]);
  });

  it('go on where the server has them, after a cut', async () => {
    await box.keep(CHANNA, voice(150_000));
    received = 131_072;
    await box.send();
    expect(pieces.map(({ from }) => from)).toEqual([0, 131_072]);
  });

  it('wait where there is no line, and stay', async () => {
    await box.keep(CHANNA, voice(100));
    globalThis.fetch = () => Promise.reject(new TypeError('no line'));
    await box.send();
    expect(await rows()).toMatchObject([{ learnerId: CHANNA }]);
    expect((await rows())[0]).not.toHaveProperty('sentAt');
    expect(await TestBed.inject(Belongings).unsent(CHANNA)).toMatchObject({ recordings: 1 });
  });

  it('are not sent for ever when the server doesn’t want them', async () => {
    await box.keep(CHANNA, voice(100));
    reply = () => json({ code: 'file-refused' }, 422);
    await box.send();
    await box.send();
    expect(pieces).toHaveLength(1);
    expect(await rows()).toMatchObject([{ refused: true }]);
  });

  it('of a guest wait for a card; a mentor’s go to the learner whom they are about', async () => {
    const guest = await TestBed.inject(Belongings).addGuest(name(''), place);
    await box.keep(guest?.personId ?? '', voice(10));
    await TestBed.inject(Profiles).keep(name(MENTOR), place, '2580');
    const id = await box.keep(MENTOR, voice(10), CHANNA);
    await box.send();
    expect(pieces.map(({ address }) => address)).toEqual([`/api/mentoring/people/${CHANNA}/recordings/${id}`]);
  });
});
