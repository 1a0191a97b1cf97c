import type { DataSource } from 'typeorm';

/** The advisory locks of the database, each for one thing that only one process may do at a time. */
export const LOCKS = {
  migrating: 7_310_001,
  ingest: 7_310_002,
  progress: 7_310_003,
  publishing: 7_310_004,
  places: 7_310_005,
  demo: 7_310_006,
  report: 7_310_007,
} as const;

/** Brings the database to the newest migration. Processes that start together wait for each other. Gives the names of those that ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  const keeper = database.createQueryRunner();
  try {
    await keeper.query('select pg_advisory_lock($1)', [LOCKS.migrating]);
    const ran = await database.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [LOCKS.migrating]);
    await keeper.release();
  }
}

/** Whether the newest migration that this program knows has run. */
export async function isMigrated(database: DataSource): Promise<boolean> {
  const newest = database.migrations.map((migration) => migration.name ?? migration.constructor.name).at(-1);
  const [last] = await database.query<{ name: string }[]>('select name from migration order by id desc limit 1');
  return last?.name === newest;
}
