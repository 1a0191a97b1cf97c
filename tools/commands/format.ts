import { spawnSync } from 'node:child_process';
import { inRoot, root } from '../paths.ts';

const paths = process.argv.length > 2 ? process.argv.slice(2) : ['.'];
const args = [inRoot('node_modules/prettier/bin/prettier.cjs'), '--write', '--log-level=warn', ...paths];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
