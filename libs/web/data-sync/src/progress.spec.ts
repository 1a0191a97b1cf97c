import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { EventLog, Profiles } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { IDBFactory } from 'fake-indexeddb';
import { Progress } from './progress.js';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';
const [SOK, CHAN] = ['01938000-0000-7000-8000-000000000001', '01938000-0000-7000-8000-000000000002'] as const;
const person = (id: string) => ({ id, familyName: 'សុខ', givenName: 'ចាន់ណា', familyNameLatin: 'SOK', givenNameLatin: 'CHANNA' });
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };

describe('progress on a shared phone', () => {
  let session: Session;
  let progress: Progress;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    sessionStorage.clear();
    TestBed.resetTestingModule();
    for (const id of [SOK, CHAN]) await TestBed.inject(Profiles).keep(person(id), place, id === SOK ? '2580' : '1470');
    session = TestBed.inject(Session);
    progress = TestBed.inject(Progress);
    await session.start();
    const body = { lessonId: 'join-by-link', label: 'Join' };
    await TestBed.inject(EventLog).record({ learnerId: SOK, courseId: COURSE, version: 1, kind: 'word.kept', body });
    await session.openWithPin(SOK, '2580');
    await progress.read();
  });

  it('of one is never told to the next, not even while theirs is being read', async () => {
    expect(progress.ofCourse(COURSE)['join-by-link']?.words).toEqual(['Join']);
    expect(progress.versionBegun(COURSE, 'join-by-link')).toBe(1);
    await session.openWithPin(CHAN, '1470');
    expect([progress.ready(), progress.ofCourse(COURSE), progress.versionBegun(COURSE, 'join-by-link')]).toEqual([false, {}, undefined]);
    await progress.record({ courseId: COURSE, version: 1, kind: 'card.seen', body: { lessonId: 'join-by-link', cardId: 'why' } });
    expect(progress.ofCourse(COURSE)).toEqual({});
    await progress.read();
    expect(progress.ofCourse(COURSE)['join-by-link']).toMatchObject({ words: [], cards: ['why'] });
  });

  it('that was still being read when its learner left does not come back', async () => {
    const late = progress.read(SOK);
    await session.openWithPin(CHAN, '1470');
    await progress.read();
    await late;
    expect([progress.ready(), progress.ofCourse(COURSE)]).toEqual([true, {}]);
    session.close();
    expect(progress.ready()).toBe(false);
  });
});
