// Reads [{ file, code }] from standard input, lints each as if it stood in the checkout, and prints the rules that it breaks.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { inRoot, root } from '../paths.ts';

/** A piece of code and where it would stand. */
export interface Planted {
  readonly file: string;
  readonly code: string;
}

// The files don't exist, so rules that need a TypeScript program can't run on them; all others do, with the project's own settings.
const withoutProgram = [
  { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked, languageOptions: { parserOptions: { project: null } } },
];
const eslint = new ESLint({ cwd: root, overrideConfig: withoutProgram as never });

const planted = JSON.parse(readFileSync(0, 'utf8')) as Planted[];
const broken: string[][] = [];
for (const { file, code } of planted) {
  const [result] = await eslint.lintText(code, { filePath: inRoot(file) });
  broken.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(broken));
