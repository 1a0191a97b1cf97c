import { readFileSync } from 'node:fs';
import path from 'node:path';

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** The scripts that a page's HTML starts. */
export function startedScripts(html: string): string[] {
  return matches(html, /<script[^>]+src="([\w-]+\.js)"/g);
}

/** The stylesheets that a page's HTML asks for. */
export function stylesheets(html: string): string[] {
  return matches(html, /<link[^>]+href="([\w-]+\.css)"/g);
}

/** Some scripts of a built app and everything that they import at once. */
export function withStaticImports(folder: string, entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const name of found)
    for (const next of matches(read(folder, name), /(?:\bfrom\s*|\bimport\s*)["'`]\.\/([\w-]+\.js)["'`]/g)) found.add(next);
  return [...found];
}

/** What some scripts load later, when it is needed. */
export function lazyImports(folder: string, scripts: readonly string[]): string[] {
  return scripts.flatMap((name) => matches(read(folder, name), /\bimport\(\s*["'`]\.\/([\w-]+\.js)["'`]\s*\)/g));
}
