// The one door of every npm script. Runs on Node 20.19 with nothing installed: installs what is missing, then hands over to Node 24.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { install } from './install/install.mjs';
import { watchNpm } from './install/npm.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [name = '', ...args] = process.argv.slice(2);

/** The Node that runs our TypeScript: the one from the lock, else this one when it is new enough. */
function runtime() {
  const own = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 9)) return process.execPath;
  console.error(
    `ត្រូវការ Node 24.9 ឬថ្មីជាងនេះ។\nThis system (${process.platform} ${process.arch}) has Node ${process.versions.node}; ` +
      'Sala needs Node 24.9 or newer here. Install it from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}

function script() {
  const file = path.join(root, 'tools/commands', `${name}.ts`);
  if (/^[a-z-]+$/.test(name) && existsSync(file)) return file;
  console.error(`There is no command "${name}". See "scripts" in package.json.`);
  process.exit(1);
}

/** Everything the tools start finds this Node and the installed programs first, and no tool phones home or waits for a key. @param {string} node */
function environment(node) {
  const quiet = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NG_CLI_ANALYTICS: 'false', NODE_NO_WARNINGS: '1' };
  const search = [path.dirname(node), path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter);
  return { ...process.env, ...quiet, PATH: search };
}

const file = script();
install(root);
const node = runtime();
const child = spawn(node, [file, ...args], { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: environment(node) });
/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
watchNpm(() => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
