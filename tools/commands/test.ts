// npm test: the whole check. `npm test -- --only api,domain` runs some of its steps.
import { say, tell } from '../say.ts';
import { forgetReports, steps, type Count, type Step } from '../test/steps.ts';

interface Outcome extends Count {
  readonly name: string;
  readonly seconds: number;
}

const outcomes: Outcome[] = [];

function chosen(): readonly Step[] {
  const at = process.argv.indexOf('--only');
  if (at === -1) return steps;
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length === 0) return steps.filter(({ name }) => names.includes(name));
  console.error(`There is no step "${unknown.join(', ')}". Steps: ${steps.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

async function take(step: Step): Promise<void> {
  const began = performance.now();
  const broken = (step.needs ?? []).filter((need) => outcomes.some(({ name, failed }) => name === need && failed > 0));
  say(broken.length > 0 ? `── ${step.name}: not run, because ${broken.join(' and ')} failed` : `── ${step.name}`);
  const count =
    broken.length > 0 ? { passed: 0, failed: 1 } : await step.run().catch((trouble: unknown) => ({ passed: 0, failed: tell(trouble) }));
  outcomes.push({ name: step.name, seconds: (performance.now() - began) / 1000, ...count });
}

function summary(): void {
  console.log('\nstep         passed  failed  seconds');
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(`${name.padEnd(12)} ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${seconds.toFixed(1).padStart(7)}`);
  }
  const total = (key: 'passed' | 'failed'): number => outcomes.reduce((all, outcome) => all + outcome[key], 0);
  process.exitCode = total('failed') > 0 ? 1 : 0;
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
}

forgetReports();
for (const step of chosen()) await take(step);
summary();
