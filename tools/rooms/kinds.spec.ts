import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Card, Question } from '@sala/domain/content';
import { Widget } from '@sala/domain/practice';
import { root } from '../paths.ts';

/** The rooms that carry courses and answers without knowing what is inside. */
const CARRIERS = ['libs/api/**/src/**/*.ts', 'libs/contract/**/src/**/*.ts', 'libs/web/data-*/src/**/*.ts', 'apps/api/src/**/*.ts'];
const kinds = [...Question.options, ...Card.options, ...Widget.options].map((option) => String(option.entries.kind.literal));
const aKind = new RegExp(`(?:\\bkind\\b\\W{1,6}|\\bcase )'(?:${kinds.join('|')})'`);

describe('a new kind of card, question or widget', () => {
  it('is carried by API, contract, device stores and sync without a change: none of them names a kind', () => {
    const files = CARRIERS.flatMap((glob) => globSync(glob, { cwd: root })).filter((file) => !file.endsWith('.spec.ts'));
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => aKind.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  it('would be seen where one is named', () => {
    expect(kinds).toHaveLength(11 + 12 + Widget.options.length);
    const planted = ["if (question.kind === 'order')", "kind: 'single-choice'", "case 'video':"];
    expect(planted.filter((line) => !aKind.test(line))).toEqual([]);
  });
});
