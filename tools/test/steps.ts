import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureBuilt, nx } from '../build/built.ts';
import { inRoot, root } from '../paths.ts';
import { tell } from '../say.ts';
import { ensureChromium } from './chromium.ts';

/** What a step's own report counted. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One part of the whole check; `needs` names the steps without whose output it can't run. */
export interface Step {
  readonly name: string;
  readonly needs?: readonly string[];
  run(): Promise<Count>;
}

const reports = inRoot('tmp/reports');
const bin = (file: string): string => inRoot('node_modules', file);

/** Runs a Node program and gives its exit code. */
function node(...args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

const one = (good: boolean): Count => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });
const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

async function lint(): Promise<Count> {
  const report = `${reports}/eslint.json`;
  const code = await node(bin('eslint/bin/eslint.js'), '.', '--max-warnings=0', '--format=json', '-o', report);
  const results = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as LintResult[]) : [];
  for (const { filePath, messages } of results) {
    for (const { line, column, message, ruleId } of messages) console.log(`${filePath}:${line}:${column}  ${message}  (${ruleId})`);
  }
  return one(code === 0 && results.length > 0);
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { line: number; column: number; message: string; ruleId: string | null }[];
}

async function types(): Promise<Count> {
  const tsc = bin('typescript/bin/tsc');
  const ngc = bin('@angular/compiler-cli/bundles/src/bin/ngc.js');
  const pairs = [
    [node(tsc, '-p', 'tsconfig.node-spec.json'), node(tsc, '-p', 'tsconfig.tools.json')],
    [node(ngc, '-p', 'tsconfig.web.json'), node(tsc, '-p', 'tsconfig.journeys.json')],
    [node(tsc, '-p', 'tsconfig.simulate.json')],
  ];
  const codes: number[] = [];
  for (const pair of pairs) codes.push(...(await Promise.all(pair)));
  return sum(codes.map((code) => one(code === 0)));
}

async function jest(project: string): Promise<Count> {
  const report = `${reports}/jest-${project}.json`;
  const flags = ['--experimental-vm-modules', bin('jest/bin/jest.js'), '--selectProjects', project];
  const code = await node(...flags, '--json', `--outputFile=${report}`, `--maxWorkers=${Math.max(2, availableParallelism())}`);
  if (!existsSync(report)) return one(false);
  const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Every program in tools/check is one check, passed when it exits with 0. */
async function checks(): Promise<Count> {
  const files = readdirSync(inRoot('tools/check')).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const counts: Count[] = [];
  for (const file of files.sort()) counts.push(one((await node(inRoot('tools/check', file))) === 0));
  return sum(counts);
}

/** Passed unless it throws. */
async function attempt(work: () => Promise<void> | void): Promise<Count> {
  try {
    await work();
    return one(true);
  } catch (trouble) {
    tell(trouble);
    return one(false);
  }
}

const findBrowser = (): void => {
  process.env['CHROME_PATH'] = ensureChromium();
};

/** The schedules, and beside them, as they keep but one core busy, each planted fault that they must find. */
async function simulate(): Promise<Count> {
  const command = inRoot('tools/commands/simulate.ts');
  const [schedules, mutants] = await Promise.all([jest('simulate'), node(command, '--mutants')]);
  return sum([schedules, one(mutants === 0)]);
}

/** Empties the folder of reports, so that an old one is never counted. */
export function forgetReports(): void {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
}

/** The whole check, cheap steps first. */
export const steps: readonly Step[] = [
  { name: 'format', run: async () => one((await node(bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.')) === 0) },
  // The boundary rule passes in silence when no project graph was built before.
  { name: 'graph', run: async () => one((await nx(['graph', `--file=${reports}/graph.json`])) === 0) },
  { name: 'lint', needs: ['graph'], run: lint },
  { name: 'types', run: types },
  { name: 'domain', run: () => jest('domain') },
  { name: 'web', run: () => jest('web') },
  { name: 'simulate', run: simulate },
  { name: 'build', run: () => attempt(() => ensureBuilt()) },
  { name: 'checks', needs: ['build'], run: checks },
  { name: 'browser', run: () => attempt(findBrowser) },
  { name: 'tools', needs: ['graph', 'browser'], run: () => jest('tools') },
  { name: 'api', needs: ['build'], run: () => jest('api') },
  { name: 'journeys', needs: ['build', 'browser'], run: () => jest('journeys') },
];
