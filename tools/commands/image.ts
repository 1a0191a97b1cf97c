// npm run image: tries the image without a Docker engine. The Dockerfile's own steps run as a script in a temporary copy, and what they
// made is started as in docker-compose.yml: NODE_ENV=production, an empty PostgreSQL, `prepare`, then the API.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { imageOf, type Image } from '../image/image.ts';
import { inRoot } from '../paths.ts';
import { run, say, Trouble } from '../say.ts';
import { startTestCluster } from '../test/cluster.ts';

const port = process.env['PORT'] ?? '4090';
const origin = `http://127.0.0.1:${port}`;

function environment(image: Image, databaseUrl: string, files: string): NodeJS.ProcessEnv {
  const ours = { HOST: '127.0.0.1', PORT: port, FILES_DIR: files, DATABASE_URL: databaseUrl, SALA_SECRET: randomBytes(32).toString('hex') };
  return { PATH: process.env['PATH'], ...image.environment, ...ours };
}

function mustRefuse(image: Image, env: NodeJS.ProcessEnv): void {
  const { SALA_SECRET: _, ...without } = env;
  const [program = '', ...args] = image.command;
  const { status } = spawnSync(program, args, { cwd: image.folder, env: without, stdio: 'ignore', timeout: 20_000 });
  if (status === 0 || status === null)
    throw new Trouble('រូបភាពចាប់ផ្ដើមដោយគ្មាន SALA_SECRET។', 'The image started in production without SALA_SECRET.');
  say('Without SALA_SECRET it refuses to start.');
}

function prepare(image: Image, env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync('node', ['dist/node/apps/api/src/command.js', 'prepare'], { cwd: image.folder, env, stdio: 'inherit' });
  if (status !== 0) throw new Trouble('`prepare` មិនបានសម្រេច។', '`command.js prepare` failed in the image.');
}

async function mustAnswer(child: ChildProcess): Promise<void> {
  const ready = (): Promise<boolean> =>
    fetch(`${origin}/api/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await ready())) {
    if (child.exitCode !== null) throw new Trouble('API មិនបានចាប់ផ្ដើម។', `The API ended with ${child.exitCode} while starting.`);
    await sleep(100);
  }
  for (const place of ['/', '/studio', '/api/health', '/api/ready']) {
    const { status } = await fetch(`${origin}${place}`);
    say(`${place} answers ${status}`);
    if (status !== 200) throw new Trouble(`${place} មិនឆ្លើយ។`, `${place} answered ${status}.`);
  }
}

async function mustStop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  child.kill('SIGTERM');
  const [code, signal] = await ended;
  // Nest closes everything and then lets the same signal end the process.
  if (code === 0 || signal === 'SIGTERM') return say('SIGTERM stops it.');
  throw new Trouble('API មិនបានឈប់ដោយរលូន។', `The API ended with ${code ?? signal} after SIGTERM.`);
}

async function serve(image: Image, env: NodeJS.ProcessEnv): Promise<void> {
  const [program = '', ...args] = image.command;
  const child = spawn(program, args, { cwd: image.folder, env, stdio: 'inherit' });
  try {
    await mustAnswer(child);
    await mustStop(child);
  } finally {
    child.kill('SIGKILL');
  }
}

await run(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-image-'));
  const database = await startTestCluster();
  try {
    const image = imageOf(readFileSync(inRoot('Dockerfile'), 'utf8'), folder);
    const files = path.join(folder, 'files');
    mkdirSync(files, { recursive: true });
    const env = environment(image, database.cluster.url('sala'), files);
    mustRefuse(image, env);
    prepare(image, env);
    await serve(image, env);
    say('The image builds, starts and stops.');
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
