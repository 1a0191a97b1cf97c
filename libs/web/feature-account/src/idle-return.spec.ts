import 'fake-indexeddb/auto';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Profiles } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { UnderWay } from '@sala/web/ui';
import { IDBFactory } from 'fake-indexeddb';
import { IdleReturn } from './idle-return.js';

const person = {
  id: '01938000-0000-7000-8000-000000000001',
  familyName: 'សុខ',
  givenName: 'ចាន់ណា',
  familyNameLatin: 'SOK',
  givenNameLatin: '',
};
const place = { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang' };
const MINUTE = 60_000;

@Component({ template: '' })
class Blank {}

describe('a phone that was laid down', () => {
  let session: Session;
  let playing = false;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    sessionStorage.clear();
    playing = false;
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Blank }])] });
    await TestBed.inject(Profiles).keep(person, place, '2580');
    session = TestBed.inject(Session);
    await session.start();
    await session.openWithPin(person.id, '2580');
    await TestBed.inject(Router).navigateByUrl('/course/join-zoom/join-by-link');
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 27), doNotFake: ['setImmediate', 'queueMicrotask', 'setTimeout', 'nextTick'] });
    session.touchedAt(Date.now());
    TestBed.runInInjectionContext(() => TestBed.inject(UnderWay).watch(() => playing));
    TestBed.inject(IdleReturn).start();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const wait = (minutes: number): void => void jest.advanceTimersByTime(minutes * MINUTE);
  const touch = (): void => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));

  it('returns to the faces after five minutes, and to where they were only for the same person', () => {
    wait(4);
    touch();
    wait(4);
    expect(session.learner()?.personId).toBe(person.id);
    wait(1.2);
    expect(session.learner()).toBeUndefined();
    expect(session.wayBack('01938000-0000-7000-8000-000000000002')).toBeUndefined();
    expect(session.wayBack(person.id)).toBe('/course/join-zoom/join-by-link');
    expect(session.wayBack(person.id)).toBeUndefined();
  });

  it('does not while something plays or is recorded, and counts from its end', () => {
    playing = true;
    wait(20);
    expect(session.learner()).toBeDefined();
    playing = false;
    wait(4.5);
    expect(session.learner()).toBeDefined();
    wait(1);
    expect(session.learner()).toBeUndefined();
  });

  it('has missed nothing when it slept: it looks as soon as the screen is on again', () => {
    jest.setSystemTime(Date.now() + 60 * MINUTE);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(session.learner()).toBeUndefined();
  });

  it('asks for the PIN when the app is opened long after the last touch, and not soon after', async () => {
    const reopened = async (): Promise<Session> => {
      TestBed.resetTestingModule();
      const next = TestBed.inject(Session);
      await next.start();
      return next;
    };
    wait(3);
    expect((await reopened()).learner()?.personId).toBe(person.id);
    jest.setSystemTime(Date.now() + 6 * MINUTE);
    expect((await reopened()).learner()).toBeUndefined();
  });
});
