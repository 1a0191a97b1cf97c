import type { OfflineCodeReply, PersonInRoster, RecordingReply, RosterReply } from '@sala/contract/dto';
import { sealSecret, unbase64url } from '@sala/domain/sealing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Browser } from './browser.js';
import { COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

const [CHANNA, RATANA] = ['channa', 'ratana'].map(demoId) as [string, string];
/** The beginning of a sound as a phone's recorder writes it. */
const WEBM = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff', 'hex'),
  randomBytes(150_000),
]);

describe('between the phones of a learner and the mentor', () => {
  let api: TestApi;
  let phone: Browser;
  let mentor: Browser;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
    phone = await onPhone(api, 'channa');
    mentor = await onPhone(api, 'ratana');
  });
  afterAll(() => api.close());

  async function askWith(voice: string): Promise<void> {
    const head = { id: randomUUID(), learnerId: CHANNA, deviceId: phone.deviceId, sequence: 1, courseId: COURSE, version: 1 };
    const body = { lessonId: 'leave-and-return', cardId: 'try', voice };
    const events = [{ ...head, occurredAt: new Date().toISOString(), kind: 'help.asked', body }];
    const request = { deviceId: phone.deviceId, clock: new Date().toISOString(), catalogue: '', learners: [], events };
    expect((await phone.post<{ accepted: string[] }>('sync', request)).body.accepted).toHaveLength(1);
  }
  const channa = async (): Promise<PersonInRoster | undefined> => {
    const { body } = await mentor.get<RosterReply>(`mentoring/people/${RATANA}/roster`);
    return body.people?.find(({ person }) => person.id === CHANNA);
  };

  describe('voices and photos', () => {
    const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    const put = (browser: Browser, id: string, whole: Buffer, [from, to]: [number, number], hash = sha256(whole)) =>
      browser.send<RecordingReply & { errors?: object[] }>(
        'PUT',
        `mentoring/people/${CHANNA}/recordings/${id}?sha256=${hash}&bytes=${whole.length}&from=${from}`,
        whole.subarray(from, to),
        { 'content-type': 'application/octet-stream' },
      );

    it('come in pieces, go on where they were cut, and are heard by the mentor alone', async () => {
      const voice = randomUUID();
      await askWith(voice);
      expect((await channa())?.asked).toMatchObject([{ voice, isHeard: false }]);
      expect((await put(phone, voice, WEBM, [0, 60_000])).body).toEqual({ received: 60_000, whole: false });
      expect((await put(phone, voice, WEBM, [0, 60_000])).body).toEqual({ received: 60_000, whole: false });
      expect((await put(phone, voice, WEBM, [90_000, 120_000])).body).toEqual({ received: 60_000, whole: false });
      expect((await mentor.getFile(`mentoring/people/${CHANNA}/recordings/${voice}`)).status).toBe(404);
      await put(phone, voice, WEBM, [60_000, 120_000]);
      expect((await put(phone, voice, WEBM, [120_000, WEBM.length])).body).toEqual({ received: WEBM.length, whole: true });
      expect((await put(phone, voice, WEBM, [0, 10])).body).toEqual({ received: WEBM.length, whole: true });
      expect((await channa())?.asked).toMatchObject([{ voice, isHeard: true }]);
      const heard = await mentor.getFile(`mentoring/people/${CHANNA}/recordings/${voice}`);
      expect([heard.status, heard.type, heard.bytes.equals(WEBM)]).toEqual([200, 'audio/webm', true]);
      const elsewhere = await onPhone(api, 'veasna');
      expect((await elsewhere.getFile(`mentoring/people/${CHANNA}/recordings/${voice}`)).status).toBe(403);
      expect((await put(elsewhere, randomUUID(), WEBM, [0, 10])).status).toBe(403);
    });

    it('lose what a photo tells beside the picture', async () => {
      const id = randomUUID();
      const gps = { IFD0: { Copyright: 'SECRET-PLACE' } };
      const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'green' } })
        .withExif(gps)
        .jpeg()
        .toBuffer();
      expect(photo.includes('SECRET-PLACE')).toBe(true);
      expect((await put(phone, id, photo, [0, photo.length])).body).toMatchObject({ whole: true });
      const seen = await mentor.getFile(`mentoring/people/${CHANNA}/recordings/${id}`);
      expect([seen.type, seen.bytes.includes('SECRET-PLACE')]).toEqual(['image/webp', false]);
    });

    it.each([
      ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['a harmless drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>')],
      ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex')],
    ])('that are %s are refused, and nothing stays', async (_, bytes) => {
      const id = randomUUID();
      const reply = await put(phone, id, bytes, [0, bytes.length]);
      expect([reply.status, reply.body.errors]).toEqual([422, [{ path: 'file', rule: 'kind' }]]);
      expect(await api.database.query('select 1 from recording where id = $1', [id])).toEqual([]);
      expect(await api.database.query('select 1 from recording_piece where recording_id = $1', [id])).toEqual([]);
    });

    it('that arrive altered are refused, and can be sent again', async () => {
      const id = randomUUID();
      const short = WEBM.subarray(0, 900);
      expect((await put(phone, id, short, [0, 900], sha256(Buffer.from('other')))).body.errors).toEqual([
        { path: 'file', rule: 'damaged' },
      ]);
      expect((await put(phone, id, short, [0, 900])).body).toMatchObject({ whole: true });
      expect((await put(phone, id, WEBM, [0, 900])).status).toBe(409);
    });
  });

  it('opens a profile without a line by a code that only mentors have, and the new PIN comes later, sealed', async () => {
    const { body: first } = await phone.post<OfflineCodeReply>(`identity/learners/${CHANNA}/offline-code`, {});
    const code = (await channa())?.code ?? '';
    expect(code).toMatch(/^\d{8}$/);
    const hashOf = ({ salt, iterations }: OfflineCodeReply, of: string) =>
      pbkdf2Sync(of, Buffer.from(salt, 'base64url'), iterations, 32, 'sha256').toString('base64url');
    expect(first.hash).toBe(hashOf(first, code));

    const { body: keys } = await phone.get<{ sealing: string }>('keys');
    const sealed = async (text: string) =>
      Buffer.from(await sealSecret(text, unbase64url(keys.sealing) ?? new Uint8Array())).toString('base64url');
    const tell = async (text: string, used = first.number) =>
      phone.post<OfflineCodeReply>(`identity/learners/${CHANNA}/offline-code`, { used, sealedPin: await sealed(text) });
    expect((await tell('00000000:7391')).status).toBe(401);
    expect((await tell(`${code}:1111`)).status).toBe(401);
    const next = await tell(`${code}:7391`);
    expect(next).toMatchObject({ status: 200, body: { number: first.number + 1 } });
    expect((await tell(`${code}:9173`)).body.number).toBe(first.number + 1);
    expect((await channa())?.code).not.toBe(code);
    await expect(onPhone(api, 'channa', api.browser(), '7391')).resolves.toBeDefined();
    await expect(onPhone(api, 'channa', api.browser(), '9173')).rejects.toThrow('pin-refused');
  });
});
