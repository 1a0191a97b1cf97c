// npm run simulate -- --schedules N [--seed S]: many phones, one server and every fault, from one seed. --mutants plants known faults in the code, one
// after the other; each must be found.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { inRoot, root } from '../paths.ts';
import { run, Trouble } from '../say.ts';
import { mutants } from '../simulate/mutants.mjs';

const MUTANT_SCHEDULES = 2_000;

interface Ran {
  code: number;
  said: string;
}

function simulate(env: NodeJS.ProcessEnv): Promise<Ran> {
  const args = ['--experimental-vm-modules', inRoot('node_modules/jest/bin/jest.js'), '--selectProjects', 'simulate'];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code: code ?? 1, said })));
}

async function schedules(count: string, seed: string | undefined): Promise<void> {
  const { code, said } = await simulate({ SALA_SCHEDULES: count, ...(seed === undefined ? {} : { SALA_SEED: seed }) });
  if (code !== 0) {
    console.log(said);
    const [found = 'unknown'] = /seed: -?\d+/.exec(said) ?? [];
    console.log(`${count} schedules, a violation; ${found}`);
    process.exitCode = 1;
  } else console.log(/^\d+ schedules, .*$/m.exec(said)?.[0] ?? said);
}

/** Every planted fault must be found as a violation of what must hold, not by failing to compile. */
async function plant(): Promise<void> {
  const missed: string[] = [];
  for (const [n, { name }] of mutants.entries()) {
    const { code, said } = await simulate({ SALA_SCHEDULES: String(MUTANT_SCHEDULES), SALA_MUTANT: String(n), SALA_SEED: '1' });
    const [, after] = /Property failed after (\d+) tests/.exec(said) ?? [];
    const found = code !== 0 && after !== undefined;
    console.log(`${found ? `found after ${after} schedules` : 'NOT FOUND'}: ${name}`);
    if (!found) missed.push(said);
  }
  console.log(`${mutants.length} planted faults, ${mutants.length - missed.length} found`);
  if (missed.length > 0) throw new Trouble('រកកំហុសមិនឃើញទាំងអស់។', missed.join('\n'));
}

await run(async () => {
  const { values } = parseArgs({ options: { schedules: { type: 'string' }, seed: { type: 'string' }, mutants: { type: 'boolean' } } });
  if (values.mutants) await plant();
  else await schedules(values.schedules ?? '2000', values.seed);
});
