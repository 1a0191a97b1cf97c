import { joinCourseFacts } from '@sala/domain/learning';
import type { Device } from './device.js';
import type { MemoryTables } from './server.js';

/**
 * What is not yet as it must be when everything is quiet: every event that was told, and every event on a phone, is on the server, and phones and server
 * know the same of everybody. The bereft are those of whom an event is gone with a disk: a phone may know more of them than the server.
 */
export async function disagreement(
  devices: readonly Device[],
  tables: MemoryTables,
  told: ReadonlySet<string>,
  bereft: ReadonlySet<string>,
): Promise<string | undefined> {
  const onServer = new Set(tables.rows.map(({ event }) => event.id));
  for (const id of told) if (!onServer.has(id)) return `event ${id} never reached the server`;
  for (const device of devices) {
    for (const { id, state } of await device.events()) {
      if (state !== 'accepted') return `event ${id} is still ${state} when everything is quiet`;
      if (!onServer.has(id)) return `event ${id} counts as accepted and is not on the server`;
    }
    for (const learnerId of device.learnerIds) {
      const [here, there] = [await device.factsOf(learnerId), tables.factsOf(learnerId)];
      const both = joinCourseFacts(here, there);
      if (!agree(here, bereft.has(learnerId) ? both : there))
        return `phone and server differ about ${learnerId}: ${JSON.stringify(here)} / ${JSON.stringify(there)}`;
    }
  }
  return undefined;
}

/** Whether two values hold the same, in whatever order their keys stand. */
const agree = (a: object, b: object): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
