// Puts our guard before the service worker of a built app, and gives its list the hash of index.html as it is now. May run again over what it made.
// Run after everything that writes index.html: node tools/build/guard.ts FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface WorkerList {
  index: string;
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

const guard = readFileSync(new URL('worker-guard.js', import.meta.url), 'utf8');
const worker = readFileSync(at('ngsw-worker.js'), 'utf8');
const [, plain = worker] = worker.split(END_OF_GUARD);
if (!DEGRADES.test(plain) && !plain.includes(GOES_ON))
  throw new Error('ngsw-worker.js is not the one we know: see what it does after a failed update.');
writeFileSync(at('ngsw-worker.js'), guard + END_OF_GUARD + plain.replace(DEGRADES, GOES_ON));

const list = JSON.parse(readFileSync(at('ngsw.json'), 'utf8')) as WorkerList;
if (!(list.index in list.hashTable)) throw new Error(`ngsw.json has no ${list.index}.`);
list.hashTable[list.index] = createHash('sha1')
  .update(readFileSync(at('index.html')))
  .digest('hex');
writeFileSync(at('ngsw.json'), JSON.stringify(list, null, 2));
