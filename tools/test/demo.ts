import { spawnSync } from 'node:child_process';
import { inRoot, root } from '../paths.ts';

/** What `npm start` prints for people who want to try Sala. */
export interface DemoSignIns {
  /** Card codes of the learners, 12 digits. */
  cards: string[];
  staff: { email: string; password: string; code: string }[];
}

/** Reads the demo sign-ins of a database from the command that prints them. */
export function demoSignIns(databaseUrl: string): DemoSignIns {
  const env = { ...process.env, DATABASE_URL: databaseUrl, SALA_SECRET: 'x'.repeat(64), NODE_ENV: 'test' };
  const { stdout } = spawnSync(process.execPath, [inRoot('dist/node/apps/api/src/command.js'), 'demo'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const password = /password of all: (\S+)/.exec(stdout)?.[1] ?? '';
  const staff = [...stdout.matchAll(/(\S+@\S+)\s+code (\d{6})/g)].map(([, email = '', code = '']) => ({ email, code, password }));
  return { cards: [...stdout.matchAll(/\b(\d{4}) (\d{4}) (\d{4})\b/g)].map((match) => match.slice(1).join('')), staff };
}
