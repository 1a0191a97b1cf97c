import { ensureBuilt, nx } from '../build/built.ts';
import { makeTemplate, startTestCluster, type TestCluster } from './cluster.ts';

let running: TestCluster | undefined;

async function begin(template: string, command: 'migrate' | 'prepare'): Promise<void> {
  running = await startTestCluster();
  try {
    await makeTemplate(running, template, command);
  } catch (trouble) {
    await stop();
    throw trouble;
  }
  process.env['SALA_TEST_ADMIN'] = running.cluster.url('sala');
  process.env['SALA_TEST_TEMPLATE'] = template;
  process.env['SALA_TEST_FILES'] = `${running.folder}/files`;
}

/** For the API's tests: one PostgreSQL, one template with all migrations. */
export async function setUpApi(): Promise<void> {
  if ((await nx(['run', 'api:build'])) !== 0) throw new Error('The API does not build.');
  await begin('template_migrated', 'migrate');
}

/** For the journeys: everything built, one PostgreSQL, one template with the curriculum and the demo people. */
export async function setUpJourneys(): Promise<void> {
  await ensureBuilt();
  await begin('template_demo', 'prepare');
}

/** Ends what a set-up began. */
export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}
