import type { LearnerNews, SyncReply } from '@sala/contract/dto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoId, onPhone, startApi, type TestApi } from './start-api.js';

describe('a server that was restored from a backup', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ demo: true, curriculum: true });
  });
  afterAll(() => api.close());

  it('tells a phone of its new epoch even where nothing is left to tell, and once', async () => {
    const phone = await onPhone(api, 'channa');
    const newsSince = async (cursor: string): Promise<LearnerNews[]> => {
      const learners = [{ learnerId: demoId('channa'), cursor }];
      const request = { deviceId: phone.deviceId, clock: new Date().toISOString(), catalogue: '', learners, events: [] };
      return (await phone.post<SyncReply>('sync', request)).body.news;
    };
    const [news] = await newsSince('deadbeef.5');
    expect(news).toMatchObject({ learnerId: demoId('channa'), cursor: expect.stringMatching(/^[0-9a-f]{8}\.0$/), progress: [] });
    expect(await newsSince(news?.cursor ?? '')).toEqual([]);
  });
});
