import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makePacket, makeSealingKeys, makeSigningKeys, type Bytes } from '@sala/domain/sealing';
import { VillagePhone, VillageServer } from '../../tests/village.js';
import { CARRIED_PHONES } from './courier.js';

const [CHANNA, SARUN, RATANA] = [1, 2, 3].map((n) => `01938000-0000-7000-8000-00000000000${n}`) as [string, string, string];
const plainFetch = globalThis.fetch;

describe('work carried by another phone', () => {
  let server: VillageServer;
  let village: VillagePhone;
  let mentor: VillagePhone;

  beforeEach(async () => {
    TestBed.resetTestingModule();
    server = new VillageServer();
    await server.start();
    globalThis.fetch = server.fetch;
    village = await VillagePhone.of(CHANNA);
    mentor = await VillagePhone.of(RATANA);
    for (const phone of [village, mentor]) {
      await phone.uplink.exchange();
      await phone.errands.run();
    }
  });
  afterEach(() => {
    globalThis.fetch = plainFetch;
  });

  const packetOf = async (phone: VillagePhone): Promise<Bytes> => {
    const packet = await phone.work.packet();
    if (typeof packet === 'string') throw new Error(packet);
    return packet.bytes;
  };
  const receipt = (): Bytes => mentor.courier.carried()[0]?.receipt ?? new Uint8Array();

  it('waits on its own phone until the server’s receipt comes back, and only then is accepted', async () => {
    const ids = [await village.see('a'), await village.see('b')];
    expect(await mentor.courier.take(await packetOf(village))).toBe('taken');
    await village.work.handOver(5);
    expect(await mentor.courier.send()).toBeUndefined();
    expect([...server.log]).toEqual(ids);
    expect(await village.waiting()).toEqual(ids);
    expect(village.work.handed()).toEqual({ at: 5 });

    const late = await village.see('c');
    expect(await village.work.receipt(receipt())).toEqual({ kind: 'kept', accepted: 2, refused: 0 });
    expect(await village.waiting()).toEqual([late]);
    expect(village.work.handed()).toBeUndefined();
    expect(await village.work.receipt(receipt())).toMatchObject({ kind: 'kept' });
    expect(await village.waiting()).toEqual([late]);
  });

  it('is delivered by the way, when the carrier meets the server', async () => {
    await village.see('a');
    server.reached = false;
    await mentor.courier.take(await packetOf(village));
    expect(await mentor.courier.send()).toEqual({ code: 'offline' });
    expect(mentor.courier.carried()).toMatchObject([{ number: 1, packet: expect.anything() }]);
    server.reached = true;
    await mentor.errands.run();
    expect(server.log.size).toBe(1);
    await mentor.errands.run();
    expect(server.relays).toBe(1);
  });

  it('takes one place a phone: the newest packet, which holds all that waits, and the newest receipt', async () => {
    await village.see('a');
    const first = await packetOf(village);
    await village.see('b');
    const second = await packetOf(village);
    const kinds = [first, first, second, first];
    const taken = [];
    for (const packet of kinds) taken.push(await mentor.courier.take(packet));
    expect(taken).toEqual(['taken', 'same', 'taken', 'older']);
    expect(mentor.courier.carried()).toHaveLength(1);
    await mentor.courier.send();
    expect(server.log.size).toBe(2);

    const once = receipt();
    await village.see('c');
    expect(await mentor.courier.take(await packetOf(village))).toBe('taken');
    expect(mentor.courier.carried()).toMatchObject([{ receipt: once, packet: expect.anything() }]);
    await mentor.courier.send();
    expect(receipt()).not.toEqual(once);
    expect(await village.work.receipt(receipt())).toMatchObject({ accepted: 3 });
    expect(await village.waiting()).toEqual([]);
  });

  it('is refused in kind: altered, one’s own, for another server, or before the server was met', async () => {
    await village.see('a');
    const packet = await packetOf(village);
    expect(await mentor.courier.take(packet.map((byte, at) => (at === 180 ? byte ^ 4 : byte)))).toBe('unreadable');
    expect(await village.courier.take(packet)).toBe('own');
    const stranger = await VillagePhone.of(SARUN);
    expect(await stranger.courier.take(packet)).toBe('no-server');
    expect(await stranger.work.packet()).toBe('no-server');
    const elsewhere = (await makeSealingKeys()).publicKey;
    const content = { deviceId: SARUN, clock: '2026-11-22T03:00:00.000Z', epoch: '', events: [] };
    expect(await mentor.courier.take(await makePacket(content, 1, await makeSigningKeys(), elsewhere))).toBe('other-server');
    expect(mentor.courier.carried()).toEqual([]);
    expect(await mentor.work.packet()).toBe('nothing-waits');
  });

  it('is believed by its own phone alone, and only with the server’s signature', async () => {
    const id = await village.see('a');
    await mentor.courier.take(await packetOf(village));
    await mentor.courier.send();
    expect(await mentor.work.receipt(receipt())).toEqual({ kind: 'other-phone' });
    const altered = receipt().map((byte, at) => (at === 40 ? byte ^ 1 : byte));
    expect(await village.work.receipt(altered)).toEqual({ kind: 'unreadable' });
    expect(await village.waiting()).toEqual([id]);
  });

  it('waits again when the server turns out to be a restored one', async () => {
    server.keep();
    const first = await village.see('a');
    await mentor.courier.take(await packetOf(village));
    await mentor.courier.send();
    await village.work.receipt(receipt());
    server.restore('bbbbbbbb');
    const second = await village.see('b');
    await mentor.courier.take(await packetOf(village));
    await mentor.courier.send();
    expect(await village.work.receipt(receipt())).toMatchObject({ kind: 'kept' });
    expect(await village.waiting()).toEqual([first]);
    await village.uplink.exchange();
    expect(server.log).toEqual(new Set([first, second]));
    expect(await village.waiting()).toEqual([]);
  });

  it('is not believed when the receipt is older than a restore that the phone knows of', async () => {
    server.keep();
    const id = await village.see('a');
    await mentor.courier.take(await packetOf(village));
    await mentor.courier.send();
    server.restore('bbbbbbbb');
    // The phone hears of the restore, but what it sends is lost on the way.
    const { fetch } = server;
    globalThis.fetch = async (input, init) => {
      if (String(input).endsWith('/sync')) {
        const learners = [{ learnerId: CHANNA, cursor: 'bbbbbbbb.0', progress: [] }];
        return Response.json({ accepted: [], refused: [], missing: [], news: learners });
      }
      return fetch(input, init);
    };
    await village.uplink.exchange();
    expect(await village.work.receipt(receipt())).toEqual({ kind: 'late' });
    expect(await village.waiting()).toEqual([id]);
    globalThis.fetch = fetch;
    await village.uplink.exchange();
    expect(server.log).toEqual(new Set([id]));
  });

  it('leaves a phone again whose storage was cleared, under the key that it made anew', async () => {
    const cleared = await VillagePhone.of(SARUN);
    server.bind(await cleared.deviceId(), 'A'.repeat(87));
    await cleared.uplink.exchange();
    await cleared.errands.run();
    const seen = await cleared.see('a');
    await mentor.courier.take(await packetOf(cleared));
    await mentor.courier.send();
    expect(server.log).toContain(seen);
  });

  it('can be carried by a phone on which only a guest learns: it learns the server’s keys without an account', async () => {
    const guest = await VillagePhone.ofGuest();
    await guest.errands.run();
    await village.see('a');
    expect(await guest.courier.take(await packetOf(village))).toBe('taken');
    expect(await guest.work.packet()).toBe('nothing-waits');
  });

  it('has bounded room, which what was given back leaves first', async () => {
    const content = { deviceId: SARUN, clock: '2026-11-22T03:00:00.000Z', epoch: '', events: [] };
    const server = (await mentor.keys.server())?.sealing ?? new Uint8Array();
    const another = async (): Promise<Bytes> => makePacket(content, 1, await makeSigningKeys(), server);
    await village.see('a');
    await mentor.courier.take(await packetOf(village), 1);
    await mentor.courier.send();
    for (let n = 1; n < CARRIED_PHONES; n++) expect(await mentor.courier.take(await another(), n + 1)).toBe('taken');
    expect(await mentor.courier.take(await another())).toBe('full');
    const given = mentor.courier.carried().at(-1)?.phone ?? '';
    await mentor.courier.given(given);
    expect(await mentor.courier.take(await another())).toBe('taken');
    expect(mentor.courier.carried()).toHaveLength(CARRIED_PHONES);
    expect(mentor.courier.carried().map((work) => work.phone)).not.toContain(given);
  });

  it('tells what the server could not take, and drops only what never can be', async () => {
    const stranger = await VillagePhone.of(SARUN);
    await stranger.uplink.exchange();
    await stranger.errands.run();
    await stranger.see('a');
    const packet = await packetOf(stranger);
    const clone = new VillageServer();
    Object.assign(clone, { signing: Reflect.get(server, 'signing') as object, sealing: Reflect.get(server, 'sealing') as object });
    globalThis.fetch = clone.fetch;
    await mentor.courier.take(packet);
    await mentor.courier.send();
    expect(mentor.courier.carried()).toMatchObject([{ fault: 'unknown-phone', packet }]);
    globalThis.fetch = server.fetch;
    await mentor.courier.send();
    expect(mentor.courier.carried()[0]?.fault).toBeUndefined();
    expect(receipt().length).toBeGreaterThan(0);
  });
});
