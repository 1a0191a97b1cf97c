// npm leaves optional packages of other systems out of the lock when the registry lacks them, and `npm ci` then refuses its own
// lock. Run this after `npm install`: it adds a stub entry for each, which later installs keep.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'wasi', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'universal', 'wasm32', 'x64'];

/** A stub that npm skips on every machine it isn't made for. @param {string} name @param {string} range */
function stub(name, range) {
  const parts = name.split(/[/-]/);
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  return { version: range.replace(/^[\^~]/, ''), ...(cpu.length > 0 && { cpu }), optional: true, os: os.length > 0 ? os : ['none'] };
}

/** Adds what is missing and says what it added. @param {Record<string, any>} packages */
export function complete(packages) {
  const added = [];
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries({ ...entry.optionalDependencies })) {
      if (isLocked(packages, place, name)) continue;
      packages[`node_modules/${name}`] = stub(name, String(range));
      added.push(name);
    }
  }
  return added;
}

/** Looks the name up as Node does: in the package's own node_modules, then in each folder above. @param {Record<string, any>} packages @param {string} place @param {string} name */
function isLocked(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = complete(lock.packages);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock is complete.' : `Added ${added.length} stubs: ${added.join(', ')}`);
}
