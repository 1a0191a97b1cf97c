// npm run bench [-- NAME…]: one JSON line a figure. Without names all benches run and docs/benchmarks.md is written anew.
import { writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { coldStart } from '../bench/cold-start.ts';
import type { Figure } from '../bench/figures.ts';
import { firstLoad } from '../bench/first-load.ts';
import { ingest } from '../bench/ingest.ts';
import { placeReport } from '../bench/place-report.ts';
import { read } from '../bench/read.ts';
import { slowLine } from '../bench/slow-line.ts';
import { syncCost } from '../bench/sync-cost.ts';
import { tap } from '../bench/tap.ts';
import { workshop } from '../bench/workshop.ts';
import { inRoot } from '../paths.ts';
import { run, Trouble } from '../say.ts';

const benches: Record<string, () => Promise<Figure[]>> = {
  'first-load': firstLoad,
  read,
  ingest,
  'sync-cost': syncCost,
  'slow-line': slowLine,
  tap,
  'cold-start': coldStart,
  workshop,
  'place-report': placeReport,
};

function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, value, unit, against, baseline, ratio }) => `| ${name} | ${value} ${unit} | ${against} | ${baseline} ${unit} | ${ratio} |`,
  );
  return ['| figure | value | beside, in the same run | its value | ratio |', '| --- | ---: | --- | ---: | ---: |', ...rows].join('\n');
}

function write(figures: readonly Figure[]): void {
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const text = `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}; load generator, server and database on the same cores.
Compare ratios, not values: the baseline runs in turn with ours, on the same machine, in the same minutes. Repeat with \`npm run bench\`,
or one of them with \`npm run bench -- ${Object.keys(benches).join('|')}\`. Budgets in bytes are checked by every build (\`tools/build/sizes.ts\`).

${table(figures)}
`;
  writeFileSync(inRoot('docs/benchmarks.md'), text);
}

await run(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !benches[name]);
  if (unknown.length > 0)
    throw new Trouble(
      `គ្មានការវាស់ឈ្មោះ ${unknown.join(', ')} ទេ។`,
      `There is no bench ${unknown.join(', ')}: choose from ${Object.keys(benches).join(', ')}.`,
    );
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const made of await bench()) {
      console.log(JSON.stringify(made));
      figures.push(made);
    }
  }
  if (names.length === 0) write(figures);
});
