import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.ts';
import { say, Trouble } from '../say.ts';
import { stagesOf, type Instruction, type Stage } from './dockerfile.ts';

/** What the last stage of a Dockerfile leaves: a folder, an environment and a command. */
export interface Image {
  readonly folder: string;
  readonly environment: Record<string, string>;
  readonly command: readonly string[];
}

interface Building {
  /** The root folder of each stage. */
  readonly folders: Map<string, string>;
  readonly top: string;
  work: string;
  environment: Record<string, string>;
  command: string[];
}

/** Carries out each step of a Dockerfile in folders below `folder`, with this machine's Node instead of the base image's. */
export function imageOf(dockerfile: string, folder: string): Image {
  const folders = new Map<string, string>();
  let last: Building | undefined;
  for (const stage of stagesOf(dockerfile)) last = buildStage(stage, path.join(folder, `stage-${stage.name}`), folders);
  if (!last) throw new Error('The Dockerfile has no stage.');
  // Absolute paths of the image lie below the folder of its last stage here.
  const { top, work, command } = last;
  const environment = Object.fromEntries(Object.entries(last.environment).map(([name, value]) => [name, value.replace(/^(?=\/)/, top)]));
  return { folder: work, environment, command };
}

function buildStage(stage: Stage, top: string, folders: Map<string, string>): Building {
  mkdirSync(top, { recursive: true });
  folders.set(stage.name, top);
  const building: Building = { folders, top, work: top, environment: {}, command: [] };
  for (const step of stage.steps) {
    say(`${stage.name}: ${step.name} ${step.rest}`);
    take(step, building);
  }
  return building;
}

function take({ name, rest }: Instruction, building: Building): void {
  if (name === 'WORKDIR') mkdirSync((building.work = path.join(building.top, rest)), { recursive: true });
  else if (name === 'ENV')
    building.environment = {
      ...building.environment,
      ...Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
    };
  else if (name === 'RUN') runStep(rest, building);
  else if (name === 'COPY') copy(rest.split(/\s+/), building);
  else if (name === 'CMD') building.command = JSON.parse(rest) as string[];
  else if (name !== 'USER' && name !== 'EXPOSE') throw new Error(`This trial doesn't know the instruction ${name}.`);
}

function runStep(script: string, building: Building): void {
  const env = { ...process.env, ...building.environment };
  const { status } = spawnSync('sh', ['-c', script], { cwd: building.work, env, stdio: 'inherit' });
  if (status !== 0) throw new Trouble(`ជំហាន RUN ${script} មិនបានសម្រេច។`, `RUN ${script} failed.`);
}

function copy(words: string[], building: Building): void {
  const flags = words.filter((word) => word.startsWith('--'));
  const [target = '', ...sources] = words.filter((word) => !word.startsWith('--')).reverse();
  const from = flags.find((flag) => flag.startsWith('--from='))?.slice('--from='.length);
  const into = path.resolve(target.startsWith('/') ? building.top : building.work, target.replace(/^\//, ''));
  for (const source of sources) {
    if (from === undefined) copyContext(source, into);
    else cpSync(path.join(building.folders.get(from) ?? '', source), into, { recursive: true, verbatimSymlinks: true });
  }
}

/** The context is what git knows or would add: what a fresh clone has, without anything that .dockerignore would keep out. */
function copyContext(source: string, into: string): void {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', source], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of list.split('\0').filter(Boolean)) {
    const isFolder = source === '.' || statSync(path.join(root, source)).isDirectory();
    const target = path.join(into, isFolder ? path.relative(source, name) : path.basename(name));
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(root, name), target);
  }
}
