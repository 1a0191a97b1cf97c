import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from '../paths.ts';
import { say, Trouble } from '../say.ts';

const stamp = inRoot('dist/.sources');
const sources = ['apps', 'libs', 'tools/build'];
const single = ['package-lock.json', 'nx.json', 'tsconfig.base.json', 'tsconfig.node.json', 'tsconfig.web.json'];
const notProduct = /\.spec\.ts$|\/(?:journeys|tests)\/|\.md$/;

/** Changes when any source that the product is built from changes: names, sizes and times, without reading files. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of sources.filter((name) => existsSync(inRoot(name)))) addFolder(hash, folder);
  for (const name of single.filter((file) => existsSync(inRoot(file)))) addFile(hash, name);
  return hash.digest('hex');
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(inRoot(folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  for (const name of files.sort()) if (!notProduct.test(name)) addFile(hash, name);
}

function addFile(hash: ReturnType<typeof createHash>, name: string): void {
  const { size, mtimeMs } = statSync(inRoot(name));
  hash.update(`${name}\0${size}\0${mtimeMs}\n`);
}

/** Builds the API and both apps, unless what is in dist was built from these very sources. */
export async function ensureBuilt(signal?: AbortSignal): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('កំពុងរៀបចំកម្មវិធី… Building (the first time takes a minute or two)…');
  rmSync(stamp, { force: true });
  const code = await nx(['run-many', '-t', 'build', '--parallel=2', '--output-style=stream'], signal);
  if (code !== 0) {
    throw new Trouble('ការរៀបចំកម្មវិធីមិនបានសម្រេច៖ សូមមើលសារខាងលើ។', 'The build failed; the lines above say where.');
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  say('រៀបចំរួច។ Built.');
}

/** Runs Nx and gives its exit code. */
export function nx(args: string[], signal?: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [inRoot('node_modules/nx/dist/bin/nx.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  signal?.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
