// npm run lint -- PATHS: ESLint with a fresh project graph, without which the boundary rule passes in silence.
import { spawnSync } from 'node:child_process';
import { nx } from '../build/built.ts';
import { inRoot, root } from '../paths.ts';

await nx(['graph', '--file=tmp/graph.json']);
const paths = process.argv.length > 2 ? process.argv.slice(2) : ['.'];
const { status } = spawnSync(process.execPath, [inRoot('node_modules/eslint/bin/eslint.js'), ...paths], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
