import { DEMO_GROUPS, Mentored } from '@sala/api/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoId, startApi, type TestApi } from './start-api.js';

describe('the learners whom a mentor helps', () => {
  let api: TestApi;
  let mentored: Mentored;
  beforeAll(async () => {
    api = await startApi({ demo: true });
    mentored = api.app.get(Mentored);
  });
  afterAll(() => api.close());

  const helped = async (name: string): Promise<string[]> =>
    (await mentored.learnersOf(demoId(name))).map((one) => one.person.givenNameLatin).sort();

  it('are the members of the mentor’s groups, with number and place', async () => {
    expect(await helped('ratana')).toEqual(['CHANNA', 'SOPHEA']);
    const [first] = await mentored.learnersOf(demoId('veasna'));
    expect(first).toMatchObject({ person: { id: demoId('sarun'), familyName: 'ម៉ៅ' }, phone: '092 000 104', place: '01030101' });
    expect(await mentored.helps(demoId('ratana'), demoId('sophea'))).toBe(true);
    expect(await mentored.helps(demoId('ratana'), demoId('sarun'))).toBe(false);
  });

  it('are no longer those who moved out of the group’s place, and nobody once the role has ended', async () => {
    await api.database.query(`update role_held set place_code = '010202' where person_id = $1`, [demoId('sophea')]);
    expect(await helped('ratana')).toEqual(['CHANNA']);
    await api.database.query(`update role_held set valid_to = now() where person_id = $1 and role = 'mentor'`, [demoId('veasna')]);
    api.wait(1);
    expect(await helped('veasna')).toEqual([]);
    expect(await helped('channa')).toEqual([]);
  });

  it('are all learners within the place of a mentor without a group, but never the mentor', async () => {
    await api.database.query('delete from group_mentor where group_id = $1', [DEMO_GROUPS[0].id]);
    expect(await helped('ratana')).toEqual(['CHANNA']);
    await api.database.query(`update role_held set place_code = 'KH' where person_id = $1 and role = 'mentor' and valid_to is null`, [
      demoId('ratana'),
    ]);
    expect(await helped('ratana')).toEqual(['CHANNA', 'SARUN', 'SOPHEA', 'VANNAK', 'VEASNA']);
    await api.database.query('update person set forgotten_at = now() where id = $1', [demoId('channa')]);
    expect(await mentored.helps(demoId('ratana'), demoId('channa'))).toBe(false);
  });
});
