import { Library } from '@sala/api/library';
import { Demo } from '@sala/api/people';
import { Env, migrate } from '@sala/api/platform';
import { curriculum } from '@sala/curriculum';
import { readCourse } from '@sala/domain/content';
import { checkForPublishing } from '@sala/domain/publishing';
import { DataSource } from 'typeorm';
import { Mistake, type Command, type Run } from './command.js';

/** Brings the database to the newest migration. */
export const migrateCommand: Command = async ({ app, say }) => {
  const ran = await migrate(app.get(DataSource));
  say(ran.length === 0 ? 'The database is up to date.' : `Migrated the database: ${ran.join(', ')}.`);
  return 0;
};

/** Publishes what Sala ships, through the same door as any author's course. With --check it only checks. */
export const importCurriculum: Command = async (run) => {
  const courses = await curriculum();
  if (run.words.includes('--check')) return checkCurriculum(run, courses);
  for (const { course, media } of courses) {
    const published = await run.app.get(Library).publish(course, media);
    if (!published.ok)
      throw new Mistake(`A course can't be published:\n${published.findings.map((finding) => JSON.stringify(finding)).join('\n')}`);
    run.say(`${published.isNew ? 'Published' : 'Already published:'} course ${published.courseId}, version ${published.version}.`);
  }
  return 0;
};

function checkCurriculum({ say }: Run, courses: Awaited<ReturnType<typeof curriculum>>): number {
  const findings = courses.flatMap(({ course, media }): object[] => {
    const read = readCourse(course);
    return read.ok ? checkForPublishing(read.value, media) : read.findings;
  });
  for (const finding of findings) say(JSON.stringify(finding));
  say(`${courses.length} courses checked, ${findings.length} findings.`);
  return findings.length === 0 ? 0 : 1;
}

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
  await importCurriculum({ ...run, words: [] });
  return run.app.get(Env).isProduction ? 0 : seedDemo(run);
};
