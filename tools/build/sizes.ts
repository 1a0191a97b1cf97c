// Fails a build of the learner app that a villager would pay too much for. Budgets: docs/decisions and quality goals; sizes are brotli bytes.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { inRoot } from '../paths.ts';

const INITIAL_JS = 100_000;
const SHELL_AND_PLAYER = 130_000;
const app = inRoot('dist/learner/browser');

const read = (name: string): string => readFileSync(`${app}/${name}`, 'utf8');
const size = (name: string): number => brotliCompressSync(readFileSync(`${app}/${name}`)).length;
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** A script and everything that it imports at once. */
function withStaticImports(entries: string[]): string[] {
  const found = new Set(entries);
  for (const name of found) for (const next of matches(read(name), /(?:\bfrom\s*|\bimport\s*)["']\.\/([\w.-]+\.js)["']/g)) found.add(next);
  return [...found];
}

const index = read('index.html');
const scripts = withStaticImports(matches(index, /<script[^>]+src="([\w.-]+\.js)"/g));
const styles = matches(index, /<link[^>]+href="([\w.-]+\.css)"/g);
const preloaded = withStaticImports(matches(index, /<link[^>]+rel="modulepreload"[^>]+href="([\w.-]+\.js)"/g));
const sum = (names: readonly string[]): number => names.reduce((total, name) => total + size(name), 0);

const initial = sum(scripts);
const shell = sum([...new Set([...scripts, ...preloaded, ...styles, 'index.html'])]);
const rows: [what: string, bytes: number, budget: number][] = [
  ['initial JS of the learner app', initial, INITIAL_JS],
  ['page, styles, initial and preloaded JS', shell, SHELL_AND_PLAYER],
];
let over = scripts.length === 0;
for (const [what, bytes, budget] of rows) {
  console.log(`sizes: ${what}: ${bytes} B of ${budget} B`);
  over ||= bytes > budget;
}
const foreign = scripts.filter((name) => /sala-studio|feature-author/.test(read(name)));
if (foreign.length > 0) console.error(`sizes: studio code in the learner's first load: ${foreign.join(', ')}`);
if (over || foreign.length > 0) {
  console.error('sizes: over budget. Load it lazily, or leave it out.');
  process.exitCode = 1;
}
