// Tells the browser in index.html about the lazy parts that every first visit needs, so that they don't cost another round trip,
// and gives the service worker's list the new hash of index.html. Run after the bundle: node tools/build/preload.ts dist/learner/browser
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface WorkerList {
  hashTable: Record<string, string>;
}

const folder = path.resolve(process.argv[2] ?? 'dist/learner/browser');
const at = (name: string): string => path.join(folder, name);

const html = readFileSync(at('index.html'), 'utf8');
const chunks = readdirSync(folder).filter((name) => /^chunk-.*\.js$/.test(name) && !html.includes(name));
const links = chunks.map((name) => `<link rel="modulepreload" href="${name}">`).join('');
const whole = html.replace('</head>', `${links}</head>`);
writeFileSync(at('index.html'), whole);

const list = JSON.parse(readFileSync(at('ngsw.json'), 'utf8')) as WorkerList;
list.hashTable['/index.html'] = createHash('sha1').update(whole).digest('hex');
writeFileSync(at('ngsw.json'), JSON.stringify(list, null, 2));
