import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64url, letterOf, readLetter, type Bytes } from './index.js';
import { makeSealingKeys, makeSigningKeys, readPrivateKey, readPublicKey, sign, writePrivateKey, type KeyPair } from './keys.js';
import { EVENTS_A_PACKET, makePacket, openPacket, PACKET_BYTES, readPacketCover, type PacketContent } from './packet.js';
import { deviceOfReceipt, readReceipt, signReceipt, type ReceiptContent } from './receipt.js';

const DEVICE = '0193a000-0000-4000-8000-00000000000a';
const OTHER = '0193a000-0000-4000-8000-00000000000b';
const events = [{ id: 'e1', learnerId: 'p1', body: { lessonId: 'ចូលប្រជុំ' } }, { id: 'e2' }];
const content: PacketContent = { deviceId: DEVICE, clock: '2026-11-22T03:00:00.000Z', epoch: '0a1b2c3d', events };
const receipt: ReceiptContent = {
  packet: 'ab'.repeat(32),
  at: '2026-11-22T04:00:00.000Z',
  epoch: '0a1b2c3d',
  since: '0a1b2c3d',
  accepted: [DEVICE],
  refused: [{ id: OTHER, code: 'sequence-reused', next: 7 }],
  missing: [{ learnerId: OTHER, from: 1, to: 2 }],
};

/** The same bytes with some bits of one byte turned. */
const turned = (bytes: Bytes, at: number, bits: number): Bytes => bytes.map((byte, place) => (place === at ? byte ^ bits : byte));

describe('a packet', () => {
  let server: KeyPair;
  let phone: KeyPair;
  let packet: Bytes;
  beforeAll(async () => {
    [server, phone] = await Promise.all([makeSealingKeys(true), makeSigningKeys()]);
    packet = await makePacket(content, 3, phone, server.publicKey);
  });

  it('gives the server what the phone put in, and everybody only what stands on it', async () => {
    const cover = await readPacketCover(packet);
    expect(cover).toMatchObject({ deviceId: DEVICE, number: 3, deviceKey: phone.publicKey });
    expect(await openPacket(packet, server)).toEqual({ cover, content });
    const all = Buffer.from(packet).toString('latin1');
    for (const inside of ['lessonId', 'learnerId', 'occurredAt']) expect(all).not.toContain(inside);
  });

  it('is different each time, and no two packets share a key', async () => {
    const again = await makePacket(content, 3, phone, server.publicKey);
    expect(base64url(again)).not.toBe(base64url(packet));
    expect(await openPacket(again, server)).toMatchObject({ content });
  });

  it('is refused with any byte altered, by the carrier already', async () => {
    const anywhere = fc.integer({ min: 0, max: packet.length - 1 });
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const altered = turned(packet, at, bits);
        expect([await readPacketCover(altered), await openPacket(altered, server)]).toEqual([undefined, 'unreadable']);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it was cut, and anything else is refused without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: packet.length - 1 }), async (length) => {
        expect(await openPacket(packet.slice(0, length), server)).toBe('unreadable');
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 700 }), fc.boolean(), async (bytes, likeOne) => {
        const some = Uint8Array.from(likeOne ? [...packet.slice(0, 6), ...bytes] : bytes);
        expect(await openPacket(some, server)).toBe('unreadable');
        expect(await readReceipt(some, server.publicKey)).toBeUndefined();
      }),
    );
    expect(await openPacket(new Uint8Array(PACKET_BYTES + 1), server)).toBe('unreadable');
  });

  it('can be opened by its server alone', async () => {
    expect(await openPacket(packet, await makeSealingKeys())).toBe('other-server');
  });

  it('stays bound to its phone: a carrier can’t sign it anew as its own or as another’s', async () => {
    const thief = await makeSigningKeys();
    const resigned = async (from: number, bytes: Bytes): Promise<Bytes> => {
      const body = packet.slice(0, -64);
      body.set(bytes, from);
      body.set(thief.publicKey, 36);
      return Uint8Array.from([...body, ...(await sign(thief.privateKey, body))]);
    };
    const stolen = await resigned(6, packet.slice(6, 22));
    expect(await readPacketCover(stolen)).toMatchObject({ deviceId: DEVICE, deviceKey: thief.publicKey });
    expect(await openPacket(stolen, server)).toBe('unreadable');
    expect(await openPacket(await resigned(6, packet.slice(20, 36)), server)).toBe('unreadable');
  });

  it('holds as much as one push and no more', async () => {
    const full = { ...content, events: Array.from({ length: EVENTS_A_PACKET }, (_, n) => ({ id: `e${n}` })) };
    expect(await openPacket(await makePacket(full, 4, phone, server.publicKey), server)).toMatchObject({ content: full });
    const more = { ...full, events: [...full.events, { id: 'x' }] };
    expect(await openPacket(await makePacket(more, 5, phone, server.publicKey), server)).toBe('unreadable');
    const bomb = { ...content, events: [{ id: '0'.repeat(1_100_000) }] };
    expect(await openPacket(await makePacket(bomb, 6, phone, server.publicKey), server)).toBe('unreadable');
  });

  it('is read where the browser that made it could not pack it', async () => {
    const zip = globalThis.CompressionStream;
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    const plain = await makePacket(content, 3, phone, server.publicKey).finally(() => (globalThis.CompressionStream = zip));
    expect(await openPacket(plain, server)).toMatchObject({ content });
  });

  it('keeps keys written and read, and takes no other bytes for a key', async () => {
    const privateKey = await readPrivateKey('sealing', await writePrivateKey(server.privateKey));
    expect(await openPacket(packet, { publicKey: server.publicKey, privateKey })).toMatchObject({ content });
    expect(await readPublicKey(base64url(server.publicKey))).toEqual(server.publicKey);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array({ minLength: 65, maxLength: 65 }).map(base64url)), async (text) => {
        expect(await readPublicKey(text)).toBeUndefined();
      }),
    );
  });
});

describe('a receipt', () => {
  let server: KeyPair;
  let written: Bytes;
  beforeAll(async () => {
    server = await makeSigningKeys();
    written = await signReceipt(DEVICE, receipt, server);
  });

  it('says for its device exactly which events were taken and which refused', async () => {
    expect(await readReceipt(written, server.publicKey)).toEqual({ deviceId: DEVICE, ...receipt });
    expect(deviceOfReceipt(written)).toBe(DEVICE);
  });

  it('is believed only as the server wrote it: no byte altered, none missing, no other signer', async () => {
    const anywhere = fc.integer({ min: 0, max: written.length - 1 });
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        expect(await readReceipt(turned(written, at, bits), server.publicKey)).toBeUndefined();
        expect(await readReceipt(written.slice(0, at), server.publicKey)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(await readReceipt(written, (await makeSigningKeys()).publicKey)).toBeUndefined();
  });
});

describe('a letter', () => {
  it('carries any bytes as one line of text, and reads nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const some = Uint8Array.from(bytes);
        expect(readLetter(` ${letterOf(some)}\r\n`)).toEqual(some.length > 0 ? some : undefined);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readLetter(text)).toBeUndefined();
      }),
    );
  });
});
