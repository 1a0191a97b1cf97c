import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { inRoot } from '../paths.ts';
import { grantsOf } from './grants.mjs';
import { readGraph, roomTable, tableIn, withTable, type Graph } from './table.ts';

describe('the room table', () => {
  let graph: Graph;

  beforeAll(() => {
    graph = readGraph();
  }, 60_000);

  it('in ARCHITECTURE.md is the one of the project graph (npm run rooms -- --write brings it up to date)', () => {
    expect(tableIn(readFileSync(inRoot('ARCHITECTURE.md'), 'utf8'))).toBe(roomTable(graph));
  });

  it('holds every lib that has an alias, each with a sentence about it', () => {
    const { paths } = (JSON.parse(readFileSync(inRoot('tsconfig.base.json'), 'utf8')) as { compilerOptions: { paths: object } })
      .compilerOptions;
    const rows = roomTable(graph).split('\n');
    for (const alias of Object.keys(paths)) {
      // A room may have a second door for what is loaded later.
      const room = alias.split('/').slice(1, 3).join('/');
      expect(rows).toContainEqual(expect.stringMatching(new RegExp(`^\\| ${room} \\| [^|]{5,} \\|`)));
    }
  });

  it('is made from imports that Nx really read', () => {
    expect(graph.dependencies['contract-routes']?.map(({ target }) => target)).toContain('domain-access');
  });

  it('shows no import that the grants forbid', () => {
    for (const [name, targets] of Object.entries(graph.dependencies).filter(([from]) => !from.startsWith('npm:'))) {
      const rooms = targets.map(({ target }) => target).filter((target) => target in graph.nodes);
      const room = name in graph.nodes && graph.nodes[name]?.data.root.startsWith('apps/') ? `app-${name}` : name;
      expect(grantsOf(room)).toEqual(expect.arrayContaining(rooms));
    }
  });

  it('is put between its marks and read back', () => {
    const table = '| room | stands on |\n| --- | --- |\n| a | – |';
    const document = withTable('# x\n<!-- rooms --><!-- /rooms -->\nmore', table);
    expect(tableIn(document)).toBe(table);
    expect(tableIn(withTable(document, table))).toBe(table);
    expect(document).toMatch(/^# x[^]*more$/);
  });
});
