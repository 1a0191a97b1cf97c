// npm run rooms prints the room table from the real project graph; with --write it goes into ARCHITECTURE.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../paths.ts';
import { readGraph, roomTable, withTable } from '../rooms/table.ts';
import { run } from '../say.ts';

await run(() => {
  const table = roomTable(readGraph());
  const file = inRoot('ARCHITECTURE.md');
  if (process.argv.includes('--write')) writeFileSync(file, withTable(readFileSync(file, 'utf8'), table));
  else console.log(table);
});
