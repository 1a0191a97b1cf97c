import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Gate } from './gate.js';

type Response = EventEmitter & { destroyed: boolean };
const response = (): Response => Object.assign(new EventEmitter(), { destroyed: false });
const asServer = (made: Response): ServerResponse => made as unknown as ServerResponse;

describe('the gate', () => {
  it('lets so many in at a time, in the order of their coming, and the next when one has ended', () => {
    const gate = new Gate(2);
    const entered: number[] = [];
    const all = Array.from({ length: 5 }, response);
    all.forEach((one, i) => gate.enter(asServer(one), () => entered.push(i)));
    expect(entered).toEqual([0, 1]);
    all[1]?.emit('close');
    expect(entered).toEqual([0, 1, 2]);
    all[0]?.emit('close');
    all[2]?.emit('close');
    expect(entered).toEqual([0, 1, 2, 3, 4]);
  });

  it('passes over those who have gone while they waited', () => {
    const gate = new Gate(1);
    const entered: number[] = [];
    const all = Array.from({ length: 4 }, response);
    all.forEach((one, i) => gate.enter(asServer(one), () => entered.push(i)));
    for (const gone of [1, 2]) if (all[gone]) all[gone].destroyed = true;
    all[0]?.emit('close');
    expect(entered).toEqual([0, 3]);
  });
});
