import { People } from '@sala/api/people';
import { BadEnv, readEnv } from '@sala/api/platform';
import { ProgressProjection } from '@sala/api/progress';
import { ReportProjection } from '@sala/api/reporting';
import { createServer } from './server.js';

const DEMO_IN_PRODUCTION =
  'This database holds the demo people, whose cards and passwords anybody can read: with NODE_ENV=production use a new, empty database.';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createServer(env);
  if (env.isProduction && (await app.get(People).holdsDemo())) throw new BadEnv(DEMO_IN_PRODUCTION);
  app.enableShutdownHooks();
  app.get(ProgressProjection).start();
  app.get(ReportProjection).start();
  await app.listen(env.PORT, env.HOST);
}

main().catch((error: unknown) => {
  const said = error instanceof BadEnv ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${said}\n`);
  process.exit(1);
});
