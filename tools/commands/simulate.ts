// npm run simulate -- --schedules N [--seed S]: many phones, one server and every fault, from one seed. --mutants plants known faults in the code, one
// after the other; each must be found.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
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

/** Plants one fault and looks for it; gives what was said when it was not found. */
async function plantOne(n: number, name: string): Promise<string | undefined> {
  const { code, said } = await simulate({
    SALA_SCHEDULES: String(MUTANT_SCHEDULES),
    SALA_MUTANT: String(n),
    SALA_SEED: String(mutants[n]?.seed ?? 1),
  });
  const [, after] = /Property failed after (\d+) tests/.exec(said) ?? [];
  const found = code !== 0 && after !== undefined;
  console.log(`${found ? `found after ${after} schedules` : 'NOT FOUND'}: ${name}`);
  return found ? undefined : said;
}

/** Every planted fault must be found by a schedule, not by failing to compile; that the code without a fault breaks nothing is a run of its own. */
async function plant(): Promise<void> {
  // A fault counts as found when a schedule fails, so none must fail without one.
  const sound = await simulate({ SALA_SCHEDULES: '20', SALA_SEED: '1' });
  if (sound.code !== 0) throw new Trouble('កូដគ្មានកំហុសដែលដាក់ទេ តែការធ្វើត្រាប់បរាជ័យ។', sound.said);
  const missed: string[] = [];
  const left = [...mutants.entries()];
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) {
      const said = await plantOne(one[0], one[1].name);
      if (said !== undefined) missed.push(said);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  console.log(`${mutants.length} planted faults, ${mutants.length - missed.length} found`);
  if (missed.length > 0) throw new Trouble('រកកំហុសមិនឃើញទាំងអស់។', missed.join('\n'));
}

await run(async () => {
  const { values } = parseArgs({ options: { schedules: { type: 'string' }, seed: { type: 'string' }, mutants: { type: 'boolean' } } });
  if (values.mutants) await plant();
  else await schedules(values.schedules ?? '2000', values.seed);
});
