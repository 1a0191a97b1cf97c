import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly url: string;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** Opens a connection for one job. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this file through its jest project, whose globalSetup starts PostgreSQL.`);
  return value;
}

/** Autovacuum's workers may not be ended by an ordinary role, but they soon go by themselves. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === 100 || !(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
      await sleep(50);
    }
  }
}

/** Copies the migrated template (in the journeys project: the template with the demo in it) to a new database. */
export async function createTestDatabase(template = given('SALA_TEST_TEMPLATE')): Promise<TestDatabase> {
  const admin = given('SALA_TEST_ADMIN');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onDatabase(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await patiently(() => onDatabase(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  };
  return { url: url.href, drop };
}

/** Makes a database without any table, for the test that runs all migrations. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createTestDatabase('template1');
}
