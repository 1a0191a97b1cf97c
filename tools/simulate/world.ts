import { base64url } from '@sala/domain/sealing';
import { release } from '@sala/web/data-device';
import { disagreement } from './agree.js';
import { Device, type Kill } from './device.js';
import { FarEnd } from './far-end.js';
import { happening, uuid } from './lesson.js';
import type { Line } from './line.js';
import { Relays, type RelayAction } from './relays.js';
import type { Backup } from './server.js';

/** One thing that happens. Numbers name the phone; what can't happen just then does nothing. */
export type Action =
  | RelayAction
  | { do: 'learn'; device: number; learner: number; what: number; kill?: Kill }
  | { do: 'guest'; device: number; what: number; kill?: Kill }
  | { do: 'adopt'; device: number; kill?: Kill }
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

const LEARNERS = [1, 2, 3].map((n) => uuid('a', n));
/** Who learns where: everybody on two phones, and every phone shared. */
const SHARED: readonly (readonly number[])[] = [
  [0, 1],
  [1, 2],
  [2, 0],
];
const ROUNDS_TO_QUIET = 12;

/** What a schedule broke. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** Phones, a server and the line between them, run by one schedule and compared with what must hold. */
export class World {
  private readonly server = new FarEnd();
  private readonly tables = this.server.tables;
  readonly devices: Device[];
  private readonly relays = new Relays();
  private readonly images = new Map<Device, Awaited<ReturnType<Device['image']>>>();
  /** Ids of events whose recording was told to the learner. */
  private readonly told = new Set<string>();
  /** Learners of whom an event is gone with a disk and a restored server; a phone that was told of it may know more than the server. */
  private readonly bereft = new Set<string>();
  /** Ids of events that went with a disk after they had been sent. */
  private readonly gone = new Set<string>();
  /** What is on the phones, as it was read after the last thing that happened on each. */
  private readonly held = new Map<Device, Awaited<ReturnType<Device['held']>>>();
  private saved: Backup | undefined;
  private epoch = 1;
  /** Events told and accepted in all schedules, for the last line. */
  recorded = 0;

  /** With a remote phone, that phone meets the server once and then only other phones, as in a village without a signal. */
  constructor(private readonly hasRemote: boolean) {
    this.devices = SHARED.map((learners, n) => {
      const ids = learners.map((one) => LEARNERS[one] ?? '');
      return new Device(uuid('d', n + 1), ids, n > 0);
    });
  }

  /** The first contact of every phone that will have no other. */
  async begin(): Promise<void> {
    if (!this.hasRemote) return;
    const remote = this.remote();
    remote.isFirstApp = false;
    await this.meet(remote, 'whole');
  }

  private remote(): Device {
    return this.devices.at(-1) as Device;
  }

  /** Does one thing. */
  async act(action: Action): Promise<void> {
    if (action.do === 'backup') this.saved = this.tables.backup();
    else if (action.do === 'restore') await this.restore();
    else if (action.do === 'late-arrives') await this.server.arrive(action.which);
    else return this.actOn(action, this.devices[action.device % this.devices.length] as Device);
    await this.mustHold([]);
  }

  private async actOn(action: Extract<Action, { device: number }>, device: Device): Promise<void> {
    await this.onDevice(action, device);
    // What goes from phone to phone may have come to any of them.
    await this.mustHold('which' in action ? this.devices : [device]);
  }

  private async onDevice(action: Extract<Action, { device: number }>, device: Device): Promise<void> {
    this.server.acting = device;
    switch (action.do) {
      case 'learn':
        return this.learn(device, learnerOf(device, action.learner), action);
      case 'guest':
        return device.hasGuests() ? this.learn(device, device.guestId, action) : undefined;
      case 'adopt':
        return this.adopt(device, action.kill);
      case 'meet':
        return this.isAway(device) ? undefined : this.meet(device, action.line, action.kill);
      case 'two-tabs':
        return this.over(device, 'whole', () => device.twoTabs());
      case 'update':
        return this.over(device, action.line, () => device.update());
      case 'right':
        return this.changeRight(device, learnerOf(device, action.learner));
      case 'clock':
        device.skew = action.skew;
        return;
      case 'full-disk':
        return this.learnOnFullDisk(device, action.learner);
      case 'kill':
        return device.stop();
      case 'evict':
        return this.lose(device, []);
      case 'image':
        this.images.set(device, await device.image());
        return;
      case 'old-image':
        return this.lose(device, this.images.get(device));
      default: {
        const broken = await this.at(device, () => this.relays.act(action, device, this.devices));
        if (broken) throw new Violation(broken);
      }
    }
  }

  /** Lets tabs of a phone meet the server; a phone without a signal doesn't get through. */
  private async over(device: Device, line: Line, work: () => Promise<void>): Promise<void> {
    device.line = this.isAway(device) ? 'request-lost' : line;
    await work();
    device.line = 'whole';
  }

  private async learn(device: Device, learnerId: string, { what, kill }: { what: number; kill?: Kill }): Promise<void> {
    if (learnerId === device.guestId) await device.welcomeGuest();
    const event = await this.at(device, () => device.app().until(({ log }) => log.record({ ...happening(what), learnerId }), kill));
    if (event === 'killed') return;
    this.told.add(event.id);
    this.recorded++;
  }

  /** The guest of a phone turns out to be its first learner, who shows the card on it. */
  private async adopt(device: Device, kill?: Kill): Promise<void> {
    const learnerId = learnerOf(device, 0);
    this.server.rightsOf(device).add(learnerId);
    if (device.hasGuests()) await this.at(device, () => device.app().until((run) => run.adopt(device.guestId, learnerId), kill));
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

  private isAway(device: Device): boolean {
    return this.hasRemote && device === this.remote();
  }

  private async meet(device: Device, line: Line, kill?: Kill): Promise<void> {
    device.line = line;
    this.server.acting = device;
    await this.at(device, () => device.meet(kill));
    device.line = 'whole';
  }

  /** A learner is taken from the phone by the server, or shows the card on it again. */
  private async changeRight(device: Device, learnerId: string): Promise<void> {
    if (this.server.rightsOf(device).delete(learnerId)) return;
    this.server.rightsOf(device).add(learnerId);
    await device.app().store.write(['event'], (transaction) => release(transaction, learnerId));
  }

  /** What is lost with a disk is lost; only that it was on the server, or is still on the disk, can save it. */
  private async lose(device: Device, image: Awaited<ReturnType<Device['image']>> | undefined): Promise<void> {
    if (!image) return;
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

  /** What must hold at every moment; only the phones on which something happened are read anew. */
  private async mustHold(touched: readonly Device[]): Promise<void> {
    for (const device of touched) this.held.set(device, await device.held());
    const ids = this.tables.rows.map(({ event }) => event.id);
    const onServer = new Set(ids);
    if (onServer.size !== ids.length) throw new Violation('an event is on the server twice');
    const onPhones = new Map<string, string>();
    for (const { events } of this.held.values()) for (const { id, state } of events) onPhones.set(id, state);
    for (const id of this.told)
      if (!onServer.has(id) && !onPhones.has(id)) throw new Violation(`event ${id} is neither on a phone nor on the server`);
    for (const [device, { learners }] of this.held) {
      for (const learnerId of learners)
        if (!device.learnerIds.includes(learnerId) && learnerId !== device.guestId)
          throw new Violation(`a phone keeps what belongs to ${learnerId}`);
    }
  }

  /** The faults end: everybody meets the server until nothing waits, and then everything must agree. */
  async quiet(): Promise<void> {
    while (await this.server.arrive(0));
    for (const device of this.devices) {
      // In the end everybody has today's app.
      device.isFirstApp = false;
      device.stop();
    }
    if (this.hasRemote) await this.quietByRelay(this.remote(), this.devices[0] as Device);
    for (const device of this.devices) {
      for (const learnerId of device.learnerIds) {
        this.server.rightsOf(device).delete(learnerId);
        await this.changeRight(device, learnerId);
      }
      await this.adopt(device);
    }
    // Quiet is what stays as it is when everybody has met the server once more.
    let trouble: string | undefined = 'nobody has met the server';
    for (let round = 0, quiet = 0; round < ROUNDS_TO_QUIET && quiet < 2; round++) {
      for (const device of this.devices) await this.meet(device, 'whole');
      trouble = await disagreement(this.devices, this.tables, this.told, this.bereft);
      quiet = trouble === undefined ? quiet + 1 : 0;
    }
    if (trouble !== undefined) throw new Violation(trouble);
    await this.mustHold(this.devices);
  }

  /** Lets go of the phones. */
  async end(): Promise<void> {
    for (const device of this.devices) await device.end();
  }

  /** A village without a signal gets all its work to the server by another phone alone, as long as the server knows the village's phone. */
  private async quietByRelay(remote: Device, carrier: Device): Promise<void> {
    await this.meet(carrier, 'whole');
    const waiting = async () => (await remote.events()).filter(({ state }) => state === 'waiting');
    for (let round = 0; round < ROUNDS_TO_QUIET && (round === 0 || (await waiting()).length > 0); round++) {
      this.server.acting = carrier;
      await this.at(remote, () => this.relays.carry(remote, carrier));
    }
    const own = await remote.app().keys.own();
    const isKnown = this.tables.keys.get(remote.deviceId) === base64url(own.publicKey) && (await remote.app().keys.server()) !== undefined;
    const left = await waiting();
    if (isKnown && left.length > 0) throw new Violation(`event ${left[0]?.id} waits although another phone could carry it`);
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

const learnerOf = (device: Device, which: number): string => device.learnerIds[which % device.learnerIds.length] ?? '';
