import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function everyProcess(): number[] {
  return (attempt(() => readdirSync('/proc')) ?? []).map(Number).filter((pid) => pid > 0);
}

/** The postgres processes that work in a data folder: postmaster and backends both make it their working folder. */
export function postgresIn(dataDir: string): number[] {
  const folder = attempt(() => realpathSync(dataDir));
  if (!folder) return [];
  return everyProcess().filter((pid) => {
    const program = attempt(() => readlinkSync(`/proc/${pid}/exe`)) ?? '';
    return path.basename(program.replace(/ \(deleted\)$/, '')) === 'postgres' && attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === folder;
  });
}

/** When a process began, in clock ticks since boot: tells a reused process number from the old one. */
export function startOf(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** True while the process lives (a zombie doesn't). */
export function isAlive(pid: number): boolean {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat !== undefined && stat[stat.lastIndexOf(')') + 2] !== 'Z';
}

/** Sends a signal, waits for the end, and kills what hasn't ended after `patience` milliseconds. */
export async function end(pids: number[], signal: NodeJS.Signals, patience: number): Promise<void> {
  for (const pid of pids) attempt(() => process.kill(pid, signal));
  const deadline = Date.now() + patience;
  while (pids.some(isAlive) && Date.now() < deadline) await sleep(20);
  for (const pid of pids.filter(isAlive)) attempt(() => process.kill(pid, 'SIGKILL'));
  while (pids.some(isAlive)) await sleep(20);
}
