import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeSealingKeys, openSecret, unbase64url, type KeyPair } from '@sala/domain/sealing';
import { IDBFactory } from 'fake-indexeddb';
import { OfflineReset } from './offline-reset.js';
import { makeVerifier } from './pin.js';
import { Profiles } from './profiles.js';

const CODE = '40718263';
const person = {
  id: '01938000-0000-7000-8000-000000000001',
  familyName: 'សុខ',
  givenName: 'ចាន់ណា',
  familyNameLatin: 'SOK',
  givenNameLatin: 'CHANNA',
};
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };

describe('a mentor’s code without a line', () => {
  let reset: OfflineReset;
  let profiles: Profiles;
  let server: KeyPair;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    TestBed.resetTestingModule();
    [reset, profiles] = [TestBed.inject(OfflineReset), TestBed.inject(Profiles)];
    await profiles.keep(person, place, '2580');
    server = await makeSealingKeys();
    const proof = await makeVerifier(CODE);
    if (proof) await reset.keep(person.id, { ...proof, number: 3, server: server.publicKey });
  });
  const profile = () => profiles.all()[0];

  it('opens the profile with a new PIN, once, and keeps what the server is to be told sealed', async () => {
    expect(await reset.take(person.id, CODE, '7391')).toBe('opened');
    expect(await profiles.tryPin(person.id, '7391')).toMatchObject({ kind: 'opened' });
    expect(await profiles.tryPin(person.id, '2580')).toMatchObject({ kind: 'wrong' });
    expect(JSON.stringify(profile())).not.toContain('7391');
    const sealed = unbase64url(profile()?.chosen?.sealed ?? '');
    expect(profile()?.chosen?.number).toBe(3);
    expect(sealed && (await openSecret(sealed, server))).toBe(`${CODE}:7391`);
    expect(await reset.take(person.id, CODE, '1593')).toBe('no-proof');
    await reset.told(person.id, 3);
    expect(profile()).not.toHaveProperty('chosen');
  });

  it('opens a profile that was locked by wrong PINs', async () => {
    let now = Date.now();
    for (let n = 0; n < 5; n++) await profiles.tryPin(person.id, '0001', (now += 400_000));
    expect(await profiles.tryPin(person.id, '2580', (now += 400_000))).toMatchObject({ kind: 'locked' });
    expect(await reset.take(person.id, CODE, '7391', (now += 400_000))).toBe('opened');
    expect(await profiles.tryPin(person.id, '7391', now)).toMatchObject({ kind: 'opened' });
  });

  it('counts wrong codes on the disk, and makes the next ones wait', async () => {
    const now = Date.now();
    expect(await reset.take(person.id, '00000000', '7391', now)).toBe('wrong');
    expect(await reset.take(person.id, '00000001', '7391', now + 1)).toBe('wrong');
    expect(await reset.take(person.id, CODE, '7391', now + 2)).toBe('wait');
    expect(await reset.take(person.id, CODE, '7391', now + 600_000)).toBe('opened');
  });

  it('is not looked at where none was fetched', async () => {
    await profiles.keep({ ...person, id: '01938000-0000-7000-8000-000000000002' }, place, '2580');
    expect(await reset.take('01938000-0000-7000-8000-000000000002', CODE, '7391')).toBe('no-proof');
  });
});
