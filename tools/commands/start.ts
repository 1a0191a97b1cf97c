// npm start: builds what changed, brings up the database and the API, keeps both running, and stops them in order.
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../build/built.ts';
import { dataFolder } from '../paths.ts';
import { checkRoom } from '../postgres/folder.ts';
import { say, tell, Trouble } from '../say.ts';
import { originsOf } from '../start/addresses.ts';
import { runApiCommand } from '../start/api-command.ts';
import { Database } from '../start/database.ts';
import { endLeftApi, noteApi, release, take } from '../start/lock.ts';
import { checkPort } from '../start/port.ts';
import { apiMain, host, port, settings } from '../start/settings.ts';
import { Supervisor } from '../start/supervisor.ts';

const database = new Database();
const api = new Supervisor(apiMain, () => settings(database.url), noteApi);
const stop = new AbortController();
const origins = originsOf(host, port);

async function boot(): Promise<void> {
  checkRoom(dataFolder);
  await take('npm start');
  await endLeftApi();
  await checkPort(host, port);
  // Says now, not after the build, when production lacks its secret.
  settings('');
  say('កំពុងចាប់ផ្ដើម Sala… Starting Sala…');
  await database.start();
  stop.signal.throwIfAborted();
  await ensureBuilt(stop.signal);
  stop.signal.throwIfAborted();
  await prepare();
  stop.signal.throwIfAborted();
  await serve();
}

async function prepare(): Promise<void> {
  say('កំពុងរៀបចំទិន្នន័យ និងមេរៀន… Preparing the database and the lessons…');
  if ((await runApiCommand(database.url, ['prepare'], stop.signal)) === 0) return;
  throw new Trouble('ការរៀបចំទិន្នន័យមិនបានសម្រេច៖ សូមមើលសារខាងលើ។', 'The database could not be prepared; the lines above say why.');
}

async function serve(): Promise<void> {
  let isReady = false;
  api.start(() => (isReady ? void api.restart() : undefined));
  while (!(await answers())) {
    stop.signal.throwIfAborted();
    if (!api.isRunning) throw new Trouble('API មិនបានចាប់ផ្ដើម៖ សូមមើលសារខាងលើ។', 'The API did not start; the lines above say why.');
    await sleep(40);
  }
  isReady = true;
  database.watch(() => api.renew());
  await welcome();
}

async function answers(): Promise<boolean> {
  return fetch(`${origins[0]}/api/ready`).then(
    (reply) => reply.ok,
    () => false,
  );
}

async function welcome(): Promise<void> {
  say('សាលារួចរាល់។ Sala is ready.');
  for (const origin of origins) console.log(`\n  កម្មវិធីរៀន  Learner app   ${origin}/\n  ស្ទូឌីយោ     Studio        ${origin}/studio`);
  console.log(`  API                        ${origins[0]}/api\n`);
  if (process.env['NODE_ENV'] !== 'production') await runApiCommand(database.url, ['demo'], stop.signal);
  if (!stop.signal.aborted) console.log('\n  ចុច Ctrl-C ដើម្បីបិទ។  Press Ctrl-C to stop.\n');
}

async function shutDown(code: number): Promise<never> {
  await api.stop();
  await database.stop();
  release();
  process.exit(code);
}

function onStop(): void {
  if (stop.signal.aborted) return;
  stop.abort();
  say('កំពុងបិទ… Stopping…');
  void shutDown(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, onStop);

boot().catch((trouble: unknown) => {
  if (!stop.signal.aborted) void shutDown(tell(trouble));
});
