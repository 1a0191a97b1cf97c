// Fails a build of the learner app that a villager would pay too much for. Sizes are brotli bytes; the budgets are those of docs/benchmarks.md.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { inRoot } from '../paths.ts';
import { lazyImports, startedScripts, stylesheets, withStaticImports } from './chunks.ts';

const INITIAL_JS = 100_000;
const SHELL_AND_PLAYER = 130_000;
const app = inRoot('dist/learner/browser');

const size = (name: string): number => brotliCompressSync(readFileSync(`${app}/${name}`)).length;
const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + size(name), 0);

const index = readFileSync(`${app}/index.html`, 'utf8');
const scripts = withStaticImports(app, startedScripts(index));
const pages = withStaticImports(app, lazyImports(app, scripts));
const shell = new Set([...scripts, ...pages, ...stylesheets(index), 'index.html']);
const rows: [what: string, bytes: number, budget: number][] = [
  ['initial JS of the learner app', sum(scripts), INITIAL_JS],
  ['the page with its styles, initial JS and all pages', sum(shell), SHELL_AND_PLAYER],
];
for (const [what, bytes, budget] of rows) console.log(`sizes: ${what}: ${bytes} B of ${budget} B`);
const foreign = [...scripts, ...pages].filter((name) => /sala-studio|sala-practice-stage/.test(readFileSync(`${app}/${name}`, 'utf8')));
if (foreign.length > 0) console.error(`sizes: studio or practice code in the learner's first load: ${foreign.join(', ')}`);
if (scripts.length === 0 || foreign.length > 0 || rows.some(([, bytes, budget]) => bytes > budget)) {
  console.error('sizes: over budget. Load it lazily, or leave it out.');
  process.exitCode = 1;
}
