import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from '../paths.ts';
import { end, isAlive, startOf } from '../postgres/processes.ts';
import { Trouble } from '../say.ts';

/** A process, known by number and birth: numbers are used again. */
interface Life {
  readonly pid: number;
  readonly began: string | undefined;
}

/** Who is using the data folder now, and what others need to find. */
export interface Holder extends Life {
  readonly what: string;
  readonly databasePort?: number;
  readonly api?: Life;
}

const file = path.join(dataFolder, 'in-use.json');
const lives = (life: Life): boolean => isAlive(life.pid) && startOf(life.pid) === life.began;
const lifeOf = (pid: number): Life => ({ pid, began: startOf(pid) });

function read(): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** The living process that holds the data folder, if there is one. */
export function holder(): Holder | undefined {
  const found = read();
  return found && lives(found) ? found : undefined;
}

/** Takes the data folder for this process; waits a little for one that is just ending, else says who has it. */
export async function take(what: string): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (holder() && Date.now() < deadline) await sleep(50);
  const other = holder();
  if (other) {
    throw new Trouble(
      `Sala កំពុងប្រើថតនេះរួចហើយ (${other.what} លេខ ${other.pid})។ សូមបិទវាជាមុន៖ kill ${other.pid}`,
      `Sala already uses this folder: "${other.what}" runs as process ${other.pid}. Stop it first (Ctrl-C in its window, or: kill ${other.pid}).`,
    );
  }
  const api = read()?.api;
  write({ ...lifeOf(process.pid), what, ...(api && { api }) });
}

/** Writes down the port of the database. */
export function noteDatabase(databasePort: number): void {
  const mine = holder();
  if (mine) write({ ...mine, databasePort });
}

/** Writes down the API's process, so that the next start finds it should we be killed. */
export function noteApi(pid: number): void {
  const mine = holder();
  if (mine) write({ ...mine, api: lifeOf(pid) });
}

/** Ends the API that a killed start left behind: it would hold the port. */
export async function endLeftApi(): Promise<void> {
  const api = read()?.api;
  if (api && lives(api)) await end([api.pid], 'SIGTERM', 5_000);
}

function write(mine: Holder): void {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(mine), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Gives the data folder back. */
export function release(): void {
  if (holder()?.pid === process.pid) rmSync(file, { force: true });
}
