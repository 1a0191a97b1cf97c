import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot, root } from '../paths.ts';
import { Trouble } from '../say.ts';

/** What is read from Nx's project graph. */
export interface Graph {
  readonly nodes: Record<string, { data: { root: string; metadata?: { description?: string } } }>;
  readonly dependencies: Record<string, readonly { target: string }[]>;
}

const layers = ['domain', 'contract', 'curriculum', 'api', 'web', 'apps'];

/** Builds Nx's project graph afresh and reads it. */
export function readGraph(): Graph {
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-graph-'));
  const file = path.join(folder, 'graph.json');
  const env = { ...process.env, NX_DAEMON: 'false' };
  const args = [inRoot('node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Nx could not read the project graph:\n${stderr}`);
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as { graph: Graph };
  rmSync(folder, { recursive: true });
  return graph;
}

/** The room table: every room of the graph, what it is (from its project.json), and what it really imports. */
export function roomTable({ nodes, dependencies }: Graph): string {
  const label = (name: string): string => (nodes[name]?.data.root ?? name).replace(/^libs\//, '');
  const place = (name: string): number => layers.indexOf(label(name).split('/')[0] ?? '');
  const rooms = Object.keys(nodes).sort((a, b) => place(a) - place(b) || label(a).localeCompare(label(b), 'en'));
  const below = (name: string): string[] => (dependencies[name] ?? []).map(({ target }) => target).filter((target) => target in nodes);
  const rows = rooms.map((name) => {
    const standsOn = [...new Set(below(name))].sort((a, b) => rooms.indexOf(a) - rooms.indexOf(b)).map(label);
    return `| ${label(name)} | ${nodes[name]?.data.metadata?.description ?? ''} | ${standsOn.join(', ') || '–'} |`;
  });
  return ['| room | what it is | stands on |', '| --- | --- | --- |', ...rows].join('\n');
}

const marks = /(<!-- rooms -->)([\s\S]*?)(<!-- \/rooms -->)/;

/** The table that stands in a document between its two marks. */
export function tableIn(document: string): string {
  const found = marks.exec(document)?.[2];
  if (found !== undefined) return found.trim();
  throw new Trouble('រកមិនឃើញសញ្ញាតារាង។', 'There are no <!-- rooms --> and <!-- /rooms --> marks in this document.');
}

/** The document with a new table between its marks. */
export function withTable(document: string, table: string): string {
  tableIn(document);
  return document.replace(marks, (_, before: string, __, after: string) => `${before}\n\n${table}\n\n${after}`);
}
