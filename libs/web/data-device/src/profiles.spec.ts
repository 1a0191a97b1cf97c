import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { Profiles } from './profiles.js';

const person = {
  id: '01938000-0000-7000-8000-000000000001',
  familyName: 'សុខ',
  givenName: 'ចាន់ណា',
  familyNameLatin: 'SOK',
  givenNameLatin: 'CHANNA',
};
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };
const NOON = Date.UTC(2026, 10, 22, 12);
const seconds = (count: number) => NOON + count * 1_000;

describe('a profile on this phone', () => {
  let profiles: Profiles;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    profiles = TestBed.inject(Profiles);
    await profiles.keep(person, place, '2580');
  });

  it('opens with its PIN, without the internet', async () => {
    expect(await profiles.tryPin(person.id, '2580', NOON)).toMatchObject({ kind: 'opened' });
  });

  it('says how many tries are left', async () => {
    expect(await profiles.tryPin(person.id, '9999', NOON)).toMatchObject({ kind: 'wrong', triesLeft: 4 });
  });

  it('makes the waits grow and looks at no PIN before they are over, not even the right one', async () => {
    await profiles.tryPin(person.id, '9999', NOON);
    expect(await profiles.tryPin(person.id, '9998', NOON)).toMatchObject({ kind: 'wrong', waitUntil: seconds(5) });
    expect(await profiles.tryPin(person.id, '2580', seconds(4))).toEqual({ kind: 'wait', until: seconds(5) });
    expect(await profiles.tryPin(person.id, '9997', seconds(6))).toMatchObject({ kind: 'wrong', waitUntil: seconds(36) });
    expect(await profiles.tryPin(person.id, '2580', seconds(37))).toMatchObject({ kind: 'opened' });
  });

  it('is locked after five wrong PINs, also after a restart, until a new PIN is set', async () => {
    let now = NOON;
    for (const pin of ['0001', '0002', '0003', '0004', '0005']) await profiles.tryPin(person.id, pin, (now += 400_000));
    TestBed.resetTestingModule();
    profiles = TestBed.inject(Profiles);
    expect(await profiles.tryPin(person.id, '2580', now + 400_000)).toEqual({ kind: 'locked' });
    await profiles.keep(person, place, '1470');
    expect(await profiles.tryPin(person.id, '1470', now)).toMatchObject({ kind: 'opened' });
  });

  it('keeps the wait after a wrong PIN over a restart', async () => {
    await profiles.tryPin(person.id, '9999', NOON);
    await profiles.tryPin(person.id, '9998', NOON);
    TestBed.resetTestingModule();
    profiles = TestBed.inject(Profiles);
    expect(await profiles.tryPin(person.id, '2580', seconds(4))).toEqual({ kind: 'wait', until: seconds(5) });
    expect(await profiles.tryPin(person.id, '2580', seconds(6))).toMatchObject({ kind: 'opened' });
  });

  it('has a place among twelve; the thirteenth has none, but who is here already may come again', async () => {
    for (let n = 2; n <= 12; n++) {
      expect(profiles.isFull()).toBe(false);
      await profiles.keep({ ...person, id: `01938000-0000-7000-8000-0000000000${10 + n}` }, place, '2580');
    }
    expect(profiles.isFull()).toBe(true);
    expect(profiles.isFull(person.id)).toBe(false);
  });

  it('starts to count anew after the right PIN', async () => {
    await profiles.tryPin(person.id, '9999', NOON);
    await profiles.tryPin(person.id, '2580', NOON);
    expect(await profiles.tryPin(person.id, '9999', NOON)).toMatchObject({ triesLeft: 4 });
  });

  it('makes nobody wait for years when the clock is set back', async () => {
    await profiles.tryPin(person.id, '9999', NOON);
    await profiles.tryPin(person.id, '9998', NOON);
    expect(await profiles.tryPin(person.id, '2580', Date.UTC(2016, 0))).toMatchObject({ kind: 'opened' });
  });

  it('keeps no PIN that could be read', () => {
    expect(JSON.stringify(profiles.all())).not.toContain('2580');
  });
});
