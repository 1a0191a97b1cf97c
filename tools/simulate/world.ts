import type { SyncReply } from '@sala/contract/dto';
import type { Unit } from '@sala/domain/content';
import { joinCourseFacts, type LearningEventKind, type LearningEventOf } from '@sala/domain/learning';
import { release } from '@sala/web/data-device';
import { agree } from './agree.js';
import { Device, type Kill } from './device.js';
import { bytesOf, carry, readBody, type Line } from './line.js';
import { MemoryTables, simulatedServer, type Row } from './server.js';

/** One thing that happens. Numbers name the phone; what can't happen just then does nothing. */
export type Action =
  | { do: 'learn'; device: number; learner: number; what: number; kill?: Kill }
  | { do: 'meet'; device: number; line: Line; kill?: Kill }
  | { do: 'two-tabs'; device: number }
  | { do: 'update'; device: number; line: Line }
  | { do: 'late-arrives'; which: number }
  | { do: 'kill'; device: number }
  | { do: 'right'; device: number; learner: number }
  | { do: 'clock'; device: number; skew: number }
  | { do: 'full-disk'; device: number; learner: number }
  | { do: 'evict'; device: number }
  | { do: 'image'; device: number }
  | { do: 'old-image'; device: number }
  | { do: 'backup' }
  | { do: 'restore' };

const uuid = (kind: string, n: number): string => `00000000-0000-4000-8000-${kind}${String(n).padStart(12 - kind.length, '0')}`;
const COURSE = uuid('c', 1);
const LESSON: Unit = {
  id: 'lesson',
  questions: [
    {
      id: 'q',
      kind: 'true-false',
      prompt: { km: 'ក', en: 'a' },
      statement: { km: 'ក', en: 'a' },
      isTrue: true,
      feedback: { right: { km: 'ក', en: 'a' }, notYet: { km: 'ក', en: 'a' } },
    },
  ],
};
const LEARNERS = [1, 2, 3].map((n) => uuid('a', n));
/** Who learns where: everybody on two phones, and every phone shared. */
const SHARED: readonly (readonly number[])[] = [
  [0, 1],
  [1, 2],
  [2, 0],
];
const ROUNDS_TO_QUIET = 12;

/** What a schedule broke. */
export class Violation extends Error {}

/** Phones, a server and the line between them, run by one schedule and compared with what must hold. */
export class World {
  readonly tables = new MemoryTables();
  readonly devices: Device[];
  private readonly serve;
  private readonly late: { body: string; device: Device }[] = [];
  /** For whom each phone may speak just now. */
  private readonly rights = new Map<Device, Set<string>>();
  private readonly images = new Map<Device, Awaited<ReturnType<Device['image']>>>();
  /** Ids of events whose recording was told to the learner. */
  private readonly told = new Set<string>();
  /** Learners of whom an event is gone with a disk and a restored server; a phone that was told of it may know more than the server. */
  private readonly bereft = new Set<string>();
  /** Ids of events that went with a disk after they had been sent. */
  private readonly gone = new Set<string>();
  private saved: readonly Row[] | undefined;
  private epoch = 1;
  /** Events told and accepted in all schedules, for the last line. */
  recorded = 0;

  constructor() {
    this.tables.epoch = '00000001';
    this.serve = simulatedServer(this.tables, LESSON);
    globalThis.fetch = (_, init = {}) => this.reach(init);
    this.devices = SHARED.map((learners, n) => {
      const ids = learners.map((one) => LEARNERS[one] ?? '');
      return new Device(uuid('d', n + 1), ids, n > 0);
    });
  }

  /** Does one thing. */
  async act(action: Action): Promise<void> {
    if (action.do === 'backup') this.saved = this.tables.backup();
    else if (action.do === 'restore') await this.restore();
    else if (action.do === 'late-arrives') await this.arrive(action.which);
    else await this.onDevice(action, this.devices[action.device % this.devices.length] as Device);
    await this.mustHold();
  }

  private async onDevice(action: Extract<Action, { device: number }>, device: Device): Promise<void> {
    switch (action.do) {
      case 'learn':
        return this.learn(device, action);
      case 'meet':
        return this.meet(device, action.line, action.kill);
      case 'two-tabs':
        device.line = 'whole';
        return device.twoTabs();
      case 'update':
        device.line = action.line;
        await device.update();
        device.line = 'whole';
        return;
      case 'kill':
        return device.stop();
      case 'right':
        return this.changeRight(device, learnerOf(device, action.learner));
      case 'clock':
        device.skew = action.skew;
        return;
      case 'full-disk':
        return this.learnOnFullDisk(device, action.learner);
      case 'evict':
        return this.lose(device, []);
      case 'image':
        this.images.set(device, await device.image());
        return;
      case 'old-image': {
        const image = this.images.get(device);
        if (image) await this.lose(device, image);
      }
    }
  }

  private async learn(device: Device, { learner, what, kill }: Extract<Action, { do: 'learn' }>): Promise<void> {
    const learnerId = learnerOf(device, learner);
    const event = await this.at(device, () => device.app().until(({ log }) => log.record({ ...happening(what), learnerId }), kill));
    if (event === 'killed') return;
    this.told.add(event.id);
    this.recorded++;
  }

  private async learnOnFullDisk(device: Device, learner: number): Promise<void> {
    const app = device.app();
    app.full = true;
    const learnerId = learnerOf(device, learner);
    const said = await app.log.record({ ...happening(0), learnerId }).then(
      () => 'recorded',
      () => 'refused',
    );
    app.full = false;
    if (said === 'recorded') throw new Violation('a full disk was not told');
  }

  private async meet(device: Device, line: Line, kill?: Kill): Promise<void> {
    device.line = line;
    await this.at(device, () => device.app().until(({ uplink }) => uplink.exchange(), kill));
    device.line = 'whole';
  }

  /** A learner is taken from the phone by the server, or shows the card on it again. */
  private async changeRight(device: Device, learnerId: string): Promise<void> {
    if (this.rightsOf(device).delete(learnerId)) return;
    this.rightsOf(device).add(learnerId);
    await device.app().store.write(['event'], (transaction) => release(transaction, learnerId));
  }

  private rightsOf(device: Device): Set<string> {
    const rights = this.rights.get(device) ?? new Set(device.learnerIds);
    this.rights.set(device, rights);
    return rights;
  }

  /** What is lost with a disk is lost; only that it was on the server, or is still on the disk, can save it. */
  private async lose(device: Device, image: Awaited<ReturnType<Device['image']>>): Promise<void> {
    const before = await device.events();
    await device.become(image);
    const onDisk = new Set((await device.events()).map(({ id }) => id));
    const onServer = new Set(this.tables.rows.map(({ event }) => event.id));
    for (const { id, learnerId } of before) {
      if (onDisk.has(id)) continue;
      if (onServer.has(id)) this.gone.add(id);
      else this.mourn(id, learnerId);
    }
  }

  private async restore(): Promise<void> {
    if (!this.saved) return;
    const newer = this.tables.rows;
    this.tables.restore(this.saved, String(++this.epoch).padStart(8, '0'));
    // What a disk that is gone had sent, and last night's backup does not hold, nobody has any more.
    const saved = new Set(this.tables.rows.map(({ event }) => event.id));
    const onPhones = new Set((await Promise.all(this.devices.map((device) => device.events()))).flat().map(({ id }) => id));
    for (const { event } of newer) {
      if (this.gone.has(event.id) && !saved.has(event.id) && !onPhones.has(event.id)) this.mourn(event.id, event.learnerId);
    }
  }

  /** Gives up an event that no disk and no server holds any more. */
  private mourn(id: string, learnerId: string): void {
    this.bereft.add(learnerId);
    this.told.delete(id);
  }

  private async arrive(which: number): Promise<void> {
    const [one] = this.late.splice(which % Math.max(1, this.late.length), 1);
    if (one) await this.serveFor(one.device, one.body);
  }

  /** What the apps' calls go through: the line of the phone that calls. */
  private async reach(init: RequestInit): Promise<Response> {
    const bytes = await bytesOf(init);
    const { deviceId } = JSON.parse(readBody(bytes)) as { deviceId: string };
    const device = this.devices.find((one) => one.deviceId === deviceId);
    if (!device) throw new Violation(`a phone calls itself ${deviceId}`);
    return carry(
      device.line,
      bytes,
      (body) => this.serveFor(device, body),
      (body) => this.late.push({ body, device }),
    );
  }

  private async serveFor(device: Device, body: string): Promise<SyncReply> {
    const persons = [...this.rightsOf(device)].map((id) => ({ id, places: [] }));
    const reply = await this.serve(body, { via: 'phone', deviceId: device.deviceId, persons } as never);
    return JSON.parse(JSON.stringify(reply)) as SyncReply;
  }

  /** What must hold at every moment. */
  private async mustHold(): Promise<void> {
    const ids = this.tables.rows.map(({ event }) => event.id);
    const onServer = new Set(ids);
    if (onServer.size !== ids.length) throw new Violation('an event is on the server twice');
    const onPhones = new Map<string, string>();
    for (const device of this.devices) for (const { id, state } of await device.events()) onPhones.set(id, state);
    for (const id of this.told)
      if (!onServer.has(id) && !onPhones.has(id)) throw new Violation(`event ${id} is neither on a phone nor on the server`);
    for (const device of this.devices) {
      for (const learnerId of await device.learnersKept())
        if (!device.learnerIds.includes(learnerId)) throw new Violation(`a phone keeps what belongs to ${learnerId}`);
    }
  }

  /** The faults end: everybody meets the server until nothing waits, and then everything must agree. */
  async quiet(): Promise<void> {
    while (this.late.length > 0) await this.arrive(0);
    for (const device of this.devices) {
      for (const learnerId of device.learnerIds) {
        this.rightsOf(device).delete(learnerId);
        await this.changeRight(device, learnerId);
      }
    }
    for (let round = 0; round < ROUNDS_TO_QUIET; round++) for (const device of this.devices) await this.meet(device, 'whole');
    await this.mustHold();
    const onServer = new Set(this.tables.rows.map(({ event }) => event.id));
    for (const device of this.devices) {
      for (const { id, state } of await device.events()) {
        if (state !== 'accepted') throw new Violation(`event ${id} is still ${state} when everything is quiet`);
        if (!onServer.has(id)) throw new Violation(`event ${id} counts as accepted and is not on the server`);
      }
      for (const learnerId of device.learnerIds) {
        const [here, there] = [await device.factsOf(learnerId), this.tables.factsOf(learnerId)];
        const both = joinCourseFacts(here, there);
        if (!agree(here, this.bereft.has(learnerId) ? both : there))
          throw new Violation(`phone and server differ about ${learnerId}: ${JSON.stringify(here)} / ${JSON.stringify(there)}`);
      }
    }
    for (const id of this.told) if (!onServer.has(id)) throw new Violation(`event ${id} never reached the server`);
  }

  /** Runs work while the clock is that of a phone. */
  private async at<T>(device: Device, work: () => Promise<T>): Promise<T> {
    clock.skew = device.skew;
    try {
      return await work();
    } finally {
      clock.skew = 0;
    }
  }
}

/** The clock of whoever acts just now. */
export const clock = { skew: 0, now: Date.parse('2026-11-24T03:00:00.000Z') };

function happening(what: number): { courseId: string; version: number; kind: LearningEventKind; body: never } {
  const lessonId = LESSON.id;
  const kinds: { kind: LearningEventKind; body: LearningEventOf<'card.seen' | 'question.answered' | 'item.ticked'>['body'] }[] = [
    { kind: 'card.seen', body: { lessonId, cardId: `card-${what}` } },
    {
      kind: 'question.answered',
      body: {
        lessonId,
        questionId: 'q',
        response: { kind: 'true-false', said: what % 2 === 0 },
        score: what % 2 === 0 ? 1 : 0,
        aid: 'alone',
      },
    },
    { kind: 'item.ticked', body: { lessonId, cardId: 'list', item: what } },
  ];
  return { courseId: COURSE, version: 1, ...(kinds[what % kinds.length] as { kind: LearningEventKind; body: never }) };
}

const learnerOf = (device: Device, which: number): string => device.learnerIds[which % device.learnerIds.length] ?? '';
