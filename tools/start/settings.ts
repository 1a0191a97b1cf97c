import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder, inRoot } from '../paths.ts';
import { Trouble } from '../say.ts';

/** The compiled programs of the API. */
export const apiMain = inRoot('dist/node/apps/api/src/main.js');
export const apiCommand = inRoot('dist/node/apps/api/src/command.js');
/** V8 takes what the machine has unless told: with these the API stays under 250 MB. The Dockerfile has them too. */
export const apiFlags = ['--enable-source-maps', '--max-old-space-size=160', '--max-semi-space-size=16'];

export const production = process.env['NODE_ENV'] === 'production';
export const host = process.env['HOST'] || '127.0.0.1';
export const port = process.env['PORT'] || '3000';

/** The environment of the API and its commands: what the caller set wins, the rest is found in the checkout. */
export function settings(databaseUrl: string): NodeJS.ProcessEnv {
  const found = {
    FILES_DIR: path.join(dataFolder, 'files'),
    LEARNER_DIR: inRoot('dist/learner/browser'),
    STUDIO_DIR: inRoot('dist/studio/browser'),
    NODE_ENV: 'development',
  };
  return { ...found, ...process.env, PORT: port, HOST: host, DATABASE_URL: databaseUrl, SALA_SECRET: secret() };
}

/** The key that signs and seals: from the environment in production, else made once and kept beside the data. */
function secret(): string {
  const given = process.env['SALA_SECRET'];
  if (given) return given;
  if (production) {
    throw new Trouble(
      'ក្នុង NODE_ENV=production ត្រូវកំណត់ SALA_SECRET ក្នុងបរិស្ថាន (អក្សរចៃដន្យយ៉ាងតិច ៣២)។',
      'With NODE_ENV=production, SALA_SECRET must come from the environment: at least 32 random characters, for example from `openssl rand -hex 32`.',
    );
  }
  const file = path.join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8');
}
