import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { inRoot, root } from '../paths.ts';
import type { Planted } from './lint-planted.ts';

const boundaries = '@nx/enforce-module-boundaries';
const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';

const picture = `import { Component } from '@angular/core';\n@Component({ selector: 'sala-a', template: '<img src="a.png" />' })\nexport class A {}`;

/** What is wrong, where it is planted, the code, and the rule that must report it. */
const violations: readonly (readonly [string, string, string, string])[] = [
  ['an import up the layers', 'libs/domain/khmer', `import { a } from '@sala/domain/content';`, boundaries],
  ['the domain using the contract', 'libs/domain/learning', `import { a } from '@sala/contract/routes';`, boundaries],
  ['a feature knowing another feature', 'libs/web/feature-learn', `import { a } from '@sala/web/feature-account';`, boundaries],
  ['the design system knowing learning', 'libs/web/ui', `import { a } from '@sala/domain/learning';`, boundaries],
  ['browser code using server code', 'libs/web/data-api', `import { a } from '@sala/api/platform';`, boundaries],
  ['server code using browser code', 'libs/api/library', `import { a } from '@sala/web/ui';`, boundaries],
  ['an API room without a grant', 'libs/api/identity', `import { a } from '@sala/api/library';`, boundaries],
  ['a lazy import without a grant', 'libs/api/people', `export const a = import('@sala/api/progress');`, boundaries],
  ['a framework in the domain', 'libs/domain/access', `import { Injectable } from '@nestjs/common';`, boundaries],
  ['a server library in the browser', 'libs/web/data-device', `import pg from 'pg';`, boundaries],
  ['a relative path into another lib', 'libs/web/ui', `import { a } from '../../../domain/khmer/src/index.js';`, boundaries],
  ['product code using test helpers', 'libs/api/people', `import { a } from '../../../../tools/test/database.js';`, boundaries],
  ['a deep import through an alias', 'libs/web/ui', `import { a } from '@sala/domain/khmer/src/index.js';`, imports],
  ['an alias that does not exist', 'libs/api/people', `import { a } from '@sala/domain/magic';`, imports],
  ['a Node module in the domain', 'libs/domain/content', `import { readFileSync } from 'node:fs';`, imports],
  ['a Node module in the browser', 'libs/web/data-sync', `import { createHash } from 'node:crypto';`, imports],
  [
    'a DTO class as a value in an app',
    'libs/web/data-api',
    `import { Body } from '@sala/contract/dto';\nexport const a = new Body();`,
    imports,
  ],
  ['forwardRef', 'libs/api/people', `import { forwardRef } from '@nestjs/common';`, imports],
  ['export everything', 'libs/domain/khmer', `export * from './fold.js';`, syntax],
  ['a picture without words', 'libs/web/ui', picture, '@angular-eslint/template/alt-text'],
  ['the environment outside Env', 'libs/api/people', `export const a = process.env.PORT;`, syntax],
  ['a database that changes by itself', 'libs/api/platform', `export const a = { synchronize: true };`, syntax],
];

const allowed: readonly (readonly [string, string])[] = [
  ['libs/domain/content', `export { a } from '@sala/domain/khmer';`],
  ['libs/api/progress', `export { a } from '@sala/api/learning-log';`],
  ['libs/web/data-api', `export type { Body } from '@sala/contract/dto';`],
  ['libs/web/feature-learn', `export { a } from '@sala/web/ui';`],
];

describe('the fences between rooms', () => {
  let broken: string[][] = [];

  beforeAll(() => {
    const env = { ...process.env, NX_DAEMON: 'false' };
    const graph = spawnSync(process.execPath, [inRoot('node_modules/nx/dist/bin/nx.js'), 'show', 'projects'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(graph.status).toBe(0);
    const files = [...violations.map(([, folder, code]) => [folder, code] as const), ...allowed];
    const input = JSON.stringify(files.map(([folder, code]): Planted => ({ file: `${folder}/src/planted.ts`, code: `${code}\n` })));
    const lint = spawnSync(process.execPath, [inRoot('tools/rooms/lint-planted.ts')], { cwd: root, env, input, encoding: 'utf8' });
    expect(lint.stderr).not.toContain('The rule will be skipped');
    broken = JSON.parse(lint.stdout) as string[][];
  }, 120_000);

  it.each(violations.map(([what, folder, , rule], index) => ({ what, folder, rule, index })))(
    '$what is an error ($folder)',
    ({ rule, index }) => {
      expect(broken[index]).toContain(rule);
    },
  );

  it.each(allowed.map(([folder, code], index) => ({ folder, code, index })))('$folder may say: $code', ({ index }) => {
    expect(broken[violations.length + index]).toEqual([]);
  });
});
