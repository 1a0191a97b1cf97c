import type { RelayReply, ServerKeysReply, SyncReply } from '@sala/contract/dto';
import type { Manifest } from '@sala/domain/publishing';
import {
  base64url,
  canonicalJson,
  isServersManifest,
  makePacket,
  makeSealingKeys,
  makeSigningKeys,
  readReceipt,
  unbase64url,
  type Bytes,
  type KeyPair,
  type PacketContent,
  type Receipt,
} from '@sala/domain/sealing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

/** A phone with the key that it registered. */
interface KeyedPhone {
  readonly browser: Browser;
  readonly keys: KeyPair;
  readonly learner: string;
  sequence: number;
}

describe('work that another phone carries', () => {
  let api: TestApi;
  let village: KeyedPhone;
  let carrier: Browser;
  let server: { signing: Bytes; sealing: Bytes };

  const point = (written: string): Bytes => unbase64url(written) ?? new Uint8Array();

  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    carrier = await onPhone(api, 'ratana');
    village = await keyedPhone('channa');
    const told = (await api.browser().get<ServerKeysReply>('keys')).body;
    server = { signing: point(told.signing), sealing: point(told.sealing) };
  });
  afterAll(() => api.close());

  async function keyedPhone(name: string): Promise<KeyedPhone> {
    const [browser, keys] = [await onPhone(api, name), await makeSigningKeys()];
    const reply = await register(browser, keys);
    expect(reply.status).toBe(200);
    return { browser, keys, learner: demoId(name), sequence: 0 };
  }

  const register = (browser: Browser, keys: KeyPair, deviceId = browser.deviceId) =>
    browser.put<ServerKeysReply>('identity/device', { deviceId, publicKey: base64url(keys.publicKey) });

  const opened = (phone: KeyedPhone, more: object = {}): { id: string } & Record<string, unknown> => ({
    id: randomUUID(),
    learnerId: phone.learner,
    deviceId: phone.browser.deviceId,
    sequence: ++phone.sequence,
    courseId: COURSE,
    version: 1,
    occurredAt: '2026-11-22T03:00:00.000Z',
    kind: 'lesson.opened',
    body: { lessonId: 'install-and-test' },
    ...more,
  });

  async function sealed(phone: KeyedPhone, events: { id: string }[], more: Partial<PacketContent> = {}, keys = phone.keys): Promise<Bytes> {
    const content = { deviceId: phone.browser.deviceId, clock: new Date().toISOString(), epoch: '', events, ...more };
    return makePacket(content, 1, keys, server.sealing);
  }

  const relay = (packets: Bytes[], browser = carrier) => browser.post<RelayReply>('relay', { packets: packets.map(base64url) });
  const carried = async (...packets: Bytes[]): Promise<(Receipt | string | undefined)[]> => {
    const reply = await relay(packets);
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return Promise.all(reply.body.packets.map(async ({ fault, receipt = '' }) => fault ?? readReceipt(point(receipt), server.signing)));
  };
  const logged = async (events: { id: string }[]): Promise<number> =>
    (await api.database.query<object[]>('select 1 from learning_event where id = any($1)', [events.map(({ id }) => id)])).length;

  it('reaches the log once, and comes back as a receipt that only the server can have written', async () => {
    const events = [opened(village), opened(village)];
    const packet = await sealed(village, events, { epoch: 'deadbeef' });
    const [receipt] = await carried(packet);
    expect(receipt).toMatchObject({
      deviceId: village.browser.deviceId,
      epoch: expect.stringMatching(/^[0-9a-f]{8}$/),
      since: 'deadbeef',
      accepted: events.map(({ id }) => id),
      refused: [],
      missing: [],
    });
    expect(await logged(events)).toBe(2);
  });

  it('may be brought again, by several at once, and by the phone itself: nothing is doubled', async () => {
    const events = [opened(village), opened(village)];
    const packet = await sealed(village, events);
    const request = { deviceId: village.browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events };
    const [one, two, direct] = await Promise.all([
      carried(packet, packet),
      carried(packet),
      village.browser.post<SyncReply>('sync', request),
    ]);
    const all = events.map(({ id }) => id);
    expect([...one, ...two].map((receipt) => (typeof receipt === 'object' ? receipt.accepted : receipt))).toEqual([all, all, all]);
    expect(direct.body.accepted).toEqual(all);
    expect(await logged(events)).toBe(2);
  });

  it('names refused events and holes for the phone, as the server tells them to the phone itself', async () => {
    const good = opened(village);
    const reused = opened(village, { sequence: 1 });
    const stranger = opened(village, { learnerId: demoId('sarun') });
    village.sequence = 19;
    const late = opened(village);
    const [receipt] = await carried(await sealed(village, [good, reused, stranger, late]));
    expect(receipt).toMatchObject({
      accepted: [good.id, late.id],
      refused: [
        { id: stranger.id, code: 'not-your-learner' },
        { id: reused.id, code: 'sequence-reused', next: 21 },
      ],
      missing: [{ learnerId: village.learner, from: 6, to: 19 }],
    });
  });

  it('is never held up by a packet that can’t be taken', async () => {
    const events = [opened(village)];
    const good = await sealed(village, events);
    const elsewhere = await makePacket(
      { deviceId: village.browser.deviceId, clock: new Date().toISOString(), epoch: '', events },
      1,
      village.keys,
      (await makeSealingKeys()).publicKey,
    );
    const altered = good.map((byte, at) => (at === 200 ? byte ^ 1 : byte));
    const clock = await sealed(village, events, { clock: '2026-02-31T25:61:00.000Z' });
    const [a, b, c, d, e] = await carried(altered, elsewhere, new Uint8Array([1, 2, 3]), clock, good);
    expect([a, b, c, d]).toEqual(['unreadable', 'other-server', 'unreadable', 'unreadable']);
    expect(e).toMatchObject({ accepted: [events[0]?.id] });
  });

  it('can’t be made up by the carrier: neither in the phone’s name nor for its people', async () => {
    const forged = [opened(village)];
    const own = await keyedPhone('vannak');
    expect(await carried(await sealed(village, forged, {}, own.keys))).toEqual(['other-phone']);
    const [receipt] = await carried(await sealed({ ...own, sequence: 0 }, forged));
    expect(receipt).toMatchObject({ accepted: [], refused: [{ id: forged[0]?.id, code: 'not-your-learner' }] });
    expect(await logged(forged)).toBe(0);
  });

  it('is taken from a phone only as long as the phone itself could bring it', async () => {
    const phone = await keyedPhone('sophea');
    const unkeyed = { ...phone, browser: await onPhone(api, 'sophea') };
    expect(await carried(await sealed(unkeyed, [opened(unkeyed)]))).toEqual(['unknown-phone']);
    await api.database.query('delete from device_learner where device_id = $1', [phone.browser.deviceId]);
    const events = [opened(phone)];
    expect(await carried(await sealed(phone, events))).toMatchObject([{ refused: [{ id: events[0]?.id, code: 'not-your-learner' }] }]);
    await api.database.query('delete from session where device_id = $1', [phone.browser.deviceId]);
    expect(await carried(await sealed(phone, events))).toEqual(['unknown-phone']);
  });

  it('is brought by anybody signed in, in bounded numbers and sizes', async () => {
    const packet = await sealed(village, [opened(village)]);
    expect((await relay([packet], api.browser())).status).toBe(401);
    expect((await relay([packet], await asStaff(api, 'officer'))).body.packets).toHaveLength(1);
    expect((await relay(Array.from({ length: 11 }, () => packet))).status).toBe(400);
    expect((await relay([new Uint8Array(262_200)])).status).toBe(400);
    expect((await carrier.post('relay', { packets: ['not base64!'] })).status).toBe(400);
  });

  it('binds a phone’s id to the key that it showed last, as after its storage was cleared, and to nobody else’s', async () => {
    const browser = await onPhone(api, 'sarun');
    const [first, second] = [await makeSigningKeys(), await makeSigningKeys()];
    expect((await register(browser, first)).body).toEqual({ signing: base64url(server.signing), sealing: base64url(server.sealing) });
    expect((await register(browser, first)).status).toBe(200);
    expect((await register(browser, second)).status).toBe(200);
    expect(await register(browser, second, village.browser.deviceId)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('leaves nothing of itself in the server’s log', () => {
    const text = api.log.filter((line) => line.includes('relay')).join('\n');
    expect(text).toContain('/api/relay');
    expect(text).not.toContain(village.browser.deviceId);
    expect(text).not.toContain('install-and-test');
  });

  it('and courses alike are known by the server’s key: each manifest is signed', async () => {
    const { body } = await api.browser().get<Manifest & { signature: string }>(`library/courses/${COURSE}/versions/1`);
    const { signature, ...manifest } = body;
    const text = canonicalJson(manifest);
    expect(await isServersManifest({ text, signature }, server.signing)).toBe(true);
    expect(await isServersManifest({ text: text.replace('"version":1', '"version":2'), signature }, server.signing)).toBe(false);
  });
});
