import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../paths.ts';
import { end } from '../postgres/processes.ts';
import { say } from '../say.ts';
import { apiFlags } from './settings.ts';

const longestPause = 30_000;
const steadyAfter = 60_000;

/** Waits twice as long after each failure, and begins anew after a steady minute. */
export class Patience {
  private pause = 250;
  private began = Date.now();

  async wait(): Promise<void> {
    this.pause = Date.now() - this.began > steadyAfter ? 500 : Math.min(this.pause * 2, longestPause);
    await sleep(this.pause);
    this.began = Date.now();
  }
}

/** Keeps one Node program running until it is stopped. */
export class Supervisor {
  private child: ChildProcess | undefined;
  private stopping = false;
  private readonly patience = new Patience();
  private readonly file: string;
  private readonly environment: () => NodeJS.ProcessEnv;
  private readonly onStart: (pid: number) => void;

  constructor(file: string, environment: () => NodeJS.ProcessEnv, onStart: (pid: number) => void) {
    this.file = file;
    this.onStart = onStart;
    this.environment = environment;
  }

  /** True while the program runs. */
  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** Starts the program; `onDeath` decides what happens when it ends by itself. */
  start(onDeath: () => void): void {
    if (this.stopping) return;
    // Detached: Ctrl-C in the terminal reaches only us, and we stop things in order.
    this.child = spawn(process.execPath, [...apiFlags, this.file], {
      cwd: root,
      env: this.environment(),
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    if (this.child.pid) this.onStart(this.child.pid);
    this.child.on('exit', () => {
      if (!this.stopping) onDeath();
    });
  }

  /** Starts it again after a growing pause, as often as it dies. */
  async restart(): Promise<void> {
    say('កម្មវិធី API បានឈប់ កំពុងចាប់ផ្ដើមឡើងវិញ។ The API stopped; starting it again.');
    await this.patience.wait();
    this.start(() => void this.restart());
  }

  /** Ends the running copy only: the supervisor then starts a fresh one. */
  renew(): void {
    this.child?.kill('SIGTERM');
  }

  /** Stops the program for good: asks, waits ten seconds, then kills. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.isRunning && this.child?.pid) await end([this.child.pid], 'SIGTERM', 10_000);
  }
}
