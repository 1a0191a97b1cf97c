import { Library } from '@sala/api/library';
import { Demo } from '@sala/api/people';
import { Env, Keyring, migrate } from '@sala/api/platform';
import { curriculum } from '@sala/curriculum';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { Mistake, type Command } from './command.js';

/** Brings the database to the newest migration. */
export const migrateCommand: Command = async ({ app, say }) => {
  const ran = await migrate(app.get(DataSource));
  say(ran.length === 0 ? 'The database is up to date.' : `Migrated the database: ${ran.join(', ')}.`);
  return 0;
};

/** Publishes what Sala ships, or the course folders of another folder, through the same door as any author's course. */
export const importCurriculum: Command = async ({ app, words, say }) => {
  const [folder] = words;
  const courses = folder === undefined ? curriculum() : curriculum(pathToFileURL(`${path.resolve(folder)}/`));
  for (const { course, media } of await courses) {
    const published = await app.get(Library).publish(course, media);
    if (!published.ok)
      throw new Mistake(`A course can't be published:\n${published.findings.map((finding) => JSON.stringify(finding)).join('\n')}`);
    say(`${published.isNew ? 'Published' : 'Already published:'} course ${published.courseId}, version ${published.version}.`);
  }
  return 0;
};

/** Makes the demo places and people when there is nobody yet. */
export const seedDemo: Command = async ({ app, say }) => {
  if (app.get(Env).isProduction)
    throw new Mistake('There are no demo people with NODE_ENV=production. Make the first administrator with the command "administrator".');
  say((await app.get(Demo).seed()) ? 'Made the demo places and people.' : 'There are people here already; no demo people were made.');
  return 0;
};

/** Everything that a start needs: migrations, what Sala ships, and the demo people outside production. */
export const prepare: Command = async (run) => {
  await migrateCommand(run);
  await run.app.get(Keyring).told();
  await importCurriculum(run);
  return run.app.get(Env).isProduction ? 0 : seedDemo(run);
};
