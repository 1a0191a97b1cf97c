import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../paths.ts';

interface WorkerList {
  timestamp: number;
  assetGroups: { urls: string[] }[];
  hashTable: Record<string, string>;
}

const sha1 = (content: string): string => createHash('sha1').update(content).digest('hex');

/**
 * Makes of a built app what its next version would be: each script has another name, as after any change of what it imports, the main one says which
 * version it is (`salaBuild`), and the page and the service worker's list name them with their hashes.
 */
export function newerBuild(to: string, name: string, app: 'learner' | 'studio' = 'learner'): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(inRoot(`dist/${app}/browser`), to, { recursive: true });
  const base = app === 'studio' ? '/studio' : '';
  const at = (url: string): string => path.join(to, url.slice(base.length));
  const list = JSON.parse(readFileSync(at(`${base}/ngsw.json`), 'utf8')) as WorkerList;
  const scripts = Object.keys(list.hashTable).filter((url) => /\/(?:main|chunk)-[^/]+\.js$/.test(url));
  const names = new Map(scripts.map((url) => [path.basename(url), newName(path.basename(url), name)]));
  const renamed = (text: string): string => [...names].reduce((all, [before, after]) => all.replaceAll(before, after), text);
  for (const url of [...scripts, `${base}/index.html`, `${base}/ngsw.json`])
    for (const packed of ['.br', '.gz']) rmSync(at(url + packed), { force: true });
  const hashTable: Record<string, string> = {};
  for (const [url, hash] of Object.entries(list.hashTable)) {
    const isScript = scripts.includes(url);
    if (!isScript && url !== `${base}/index.html`) {
      hashTable[url] = hash;
      continue;
    }
    const mark = url.startsWith(`${base}/main-`) ? `\n;globalThis.salaBuild=${JSON.stringify(name)};\n` : '';
    const content = renamed(readFileSync(at(url), 'utf8')) + mark;
    if (isScript) rmSync(at(url));
    writeFileSync(at(renamed(url)), content);
    hashTable[renamed(url)] = sha1(content);
  }
  const assetGroups = list.assetGroups.map((group) => ({ ...group, urls: group.urls.map(renamed) }));
  writeFileSync(at(`${base}/ngsw.json`), JSON.stringify({ ...list, timestamp: list.timestamp + 1, assetGroups, hashTable }));
}

const newName = (script: string, version: string): string =>
  script.startsWith('main-') ? `main-${version}.js` : `chunk-${sha1(version + script).slice(0, 8)}.js`;
