import type { PhoneActor } from '@sala/api/platform';
import type { Device } from './device.js';
import { LESSON } from './lesson.js';
import { bytesOf, carry } from './line.js';
import { MemoryTables, simulatedServer } from './server.js';

/** The server at the end of every phone's line, and for whom each phone may speak to it. */
export class FarEnd {
  readonly tables = new MemoryTables();
  /** The phone that acts just now: whose line a call goes over. */
  acting: Device | undefined;
  private readonly serve;
  private readonly late: { path: string; body: string; device: Device }[] = [];
  private readonly rights = new Map<Device, Set<string>>();

  constructor() {
    this.tables.epoch = '00000001';
    this.serve = simulatedServer(this.tables, LESSON, (deviceId) => this.phoneOf(deviceId));
    globalThis.fetch = (address, init = {}) => this.reach(String(address), init);
  }

  /** Those for whom a phone may speak. */
  rightsOf(device: Device): Set<string> {
    const rights = this.rights.get(device) ?? new Set(device.learnerIds);
    this.rights.set(device, rights);
    return rights;
  }

  /** Something that was late arrives; false when nothing is on its way any more. */
  async arrive(which: number): Promise<boolean> {
    const [one] = this.late.splice(which % Math.max(1, this.late.length), 1);
    // What comes late may be refused by now; nobody hears of it any more.
    if (one) await this.serveFor(one.device, one.path, one.body).catch(() => undefined);
    return one !== undefined;
  }

  private async reach(path: string, init: RequestInit): Promise<Response> {
    const device = this.acting;
    if (!device) throw new Error('a phone calls while nobody acts');
    return carry(
      device.line,
      await bytesOf(init),
      (body) => this.serveFor(device, path, body),
      (body) => this.late.push({ path, body, device }),
    );
  }

  private async serveFor(device: Device, path: string, body: string): Promise<object> {
    return JSON.parse(JSON.stringify(await this.serve(path, body, this.actorOf(device)))) as object;
  }

  private actorOf(device: Device): PhoneActor {
    const persons = [...this.rightsOf(device)].map((id) => ({ id, roles: [] }));
    return { via: 'phone', deviceId: device.deviceId, persons };
  }

  private phoneOf(deviceId: string): PhoneActor | undefined {
    const device = [...this.rights.keys()].find((one) => one.deviceId === deviceId);
    return device && this.actorOf(device);
  }
}
