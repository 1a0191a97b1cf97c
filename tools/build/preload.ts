// Tells the browser in index.html about the parts that every first visit needs (the pages, but not what single cards load), so that they
// don't cost another round trip, writes the day of the build into it, puts our guard before the service worker, and gives its list the new hash.
// May run again over what it made. Run after the bundle: node tools/build/preload.ts FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lazyImports, startedScripts, withStaticImports } from './chunks.ts';

interface WorkerList {
  hashTable: Record<string, string>;
}

// After an update that failed (a café's sign-in page in place of a file, a cut line), Angular's worker sends every new start to the network, which then gives
// the same wrong page: nothing but a blank screen. Ours goes on with the last good version.
const DEGRADES =
  /this\.state = DriverReadyState\.EXISTING_CLIENTS_ONLY;\s+this\.stateMessage = `Degraded due to failed initialization: [^`]*`;\s+return false;/;
const GOES_ON = 'return false; // The last good version goes on.';
const END_OF_GUARD = '// End of the guard.\n';
const folder = path.resolve(process.argv[2] ?? 'dist/learner/browser');
const at = (name: string): string => path.join(folder, name);

const html = readFileSync(at('index.html'), 'utf8');
const initial = withStaticImports(folder, startedScripts(html));
const pages = withStaticImports(folder, lazyImports(folder, initial));
const links = pages.filter((name) => !html.includes(name)).map((name) => `<link rel="modulepreload" href="${name}">`);
// By the day of its build the app knows a phone's clock that can't be right, before it has met a server.
const built = `<meta name="built" content="${new Date().toISOString().slice(0, 10)}">`;
const whole = html.replace(/<meta name="built"[^>]*>/, '').replace('</head>', `${links.join('')}${built}</head>`);
writeFileSync(at('index.html'), whole);

const guard = readFileSync(new URL('worker-guard.js', import.meta.url), 'utf8');
const worker = readFileSync(at('ngsw-worker.js'), 'utf8');
const [, plain = worker] = worker.split(END_OF_GUARD);
if (!DEGRADES.test(plain) && !plain.includes(GOES_ON))
  throw new Error('ngsw-worker.js is not the one we know: see what it does after a failed update.');
writeFileSync(at('ngsw-worker.js'), guard + END_OF_GUARD + plain.replace(DEGRADES, GOES_ON));

const list = JSON.parse(readFileSync(at('ngsw.json'), 'utf8')) as WorkerList;
list.hashTable['/index.html'] = createHash('sha1').update(whole).digest('hex');
writeFileSync(at('ngsw.json'), JSON.stringify(list, null, 2));
