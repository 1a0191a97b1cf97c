import type { SyncReply } from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from './browser.js';
import { asStaff, COURSE, demoId, onPhone, startApi, type TestApi } from './start-api.js';

describe('a phone with several people', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
  });
  afterAll(() => api.close());

  const opened = (browser: Browser, name: string, sequence: number) => ({
    id: randomUUID(),
    learnerId: demoId(name),
    deviceId: browser.deviceId,
    sequence,
    courseId: COURSE,
    version: 1,
    occurredAt: '2026-11-22T03:00:00.000Z',
    kind: 'lesson.opened',
    body: { lessonId: 'install-and-test' },
  });
  const sync = async (browser: Browser, events: object[]): Promise<SyncReply> => {
    const learners = ['channa', 'sarun'].map((name) => ({ learnerId: demoId(name), cursor: '' }));
    const request = { deviceId: browser.deviceId, clock: new Date().toISOString(), catalogue: '', learners, events };
    const reply = await browser.post<SyncReply>('sync', request);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const countOf = async (id: string): Promise<number> =>
    (await api.database.query<object[]>('select 1 from learning_event where id = $1', [id])).length;

  it('goes on sending for the others when one was taken from it, and takes that one’s work once, after the card', async () => {
    const phone = await onPhone(api, 'sarun', await onPhone(api, 'channa'));
    const first = [opened(phone, 'channa', 1), opened(phone, 'sarun', 1)];
    expect((await sync(phone, first)).accepted).toHaveLength(2);

    const officer = await asStaff(api, 'officer');
    expect((await officer.delete(`people/${demoId('channa')}/card`)).status).toBe(204);
    const [lost, kept] = [opened(phone, 'channa', 2), opened(phone, 'sarun', 2)];
    const reply = await sync(phone, [lost, kept]);
    expect(reply.accepted).toEqual([kept.id]);
    expect(reply.refused).toEqual([{ id: lost.id, code: 'not-your-learner' }]);
    expect(reply.news.map((one) => one.learnerId)).toEqual([demoId('sarun')]);
    expect(await countOf(lost.id)).toBe(0);

    const { body } = await officer.post<{ code: string }>(`people/${demoId('channa')}/card`);
    const { body: shown } = await phone.post<{ ticket: string }>('identity/card', { code: body.code });
    const back = await phone.post('identity/profile', { ticket: shown.ticket, pin: '2580', deviceId: phone.deviceId });
    expect(back.status).toBe(200);
    for (let twice = 0; twice < 2; twice++) expect((await sync(phone, [lost])).accepted).toEqual([lost.id]);
    expect(await countOf(lost.id)).toBe(1);
  });

  it('keeps everybody’s work apart when the phone itself was forgotten: each is taken again after their own card', async () => {
    const phone = await onPhone(api, 'sarun', await onPhone(api, 'sophea'));
    const old = phone.deviceId;
    const [hers, his] = [opened(phone, 'sophea', 1), opened(phone, 'sarun', 1)];
    phone.cookies.clear();
    await onPhone(api, 'sophea', phone);
    expect(phone.deviceId).not.toBe(old);
    expect(await sync(phone, [hers, his])).toMatchObject({ accepted: [hers.id], refused: [{ id: his.id, code: 'not-your-learner' }] });
    await onPhone(api, 'sarun', phone);
    expect((await sync(phone, [his])).accepted).toEqual([his.id]);
  });
});
