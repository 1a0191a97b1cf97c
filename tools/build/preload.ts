// Tells the browser in index.html about the parts that every first visit needs (the pages, but not what single cards load), so that they
// don't cost another round trip, and writes the day of the build into it.
// May run again over what it made. Run after the bundle: node tools/build/preload.ts FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lazyImports, startedScripts, withStaticImports } from './chunks.ts';

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
