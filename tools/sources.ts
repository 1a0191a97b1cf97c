// Lets Node run the pure libs as they stand, without a build: their aliases, and the .js names under which TypeScript knows its files.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.ts';

const config = JSON.parse(readFileSync(inRoot('tsconfig.base.json'), 'utf8')) as { compilerOptions: { paths: Record<string, string[]> } };
const doors = new Map(
  Object.entries(config.compilerOptions.paths).map(([alias, [file = '']]) => [alias, pathToFileURL(inRoot(file)).href]),
);
const libs = pathToFileURL(inRoot('libs/')).href;

registerHooks({
  resolve(name, context, next) {
    const isOurs = name.startsWith('.') && context.parentURL?.startsWith(libs) === true;
    return next(doors.get(name) ?? (isOurs ? name.replace(/\.js$/, '.ts') : name), context);
  },
});
