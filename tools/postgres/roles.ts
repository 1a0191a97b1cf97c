import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** The generated passwords of a cluster: the superuser's, and that of the ordinary role which the API uses. */
export interface Passwords {
  readonly postgres: string;
  readonly sala: string;
  /** True when they were made just now. */
  readonly fresh: boolean;
}

/** Reads the passwords of a data folder, or makes them once, readable by their owner only. */
export function passwords(folder: string): Passwords {
  const file = path.join(folder, 'postgres-passwords');
  if (existsSync(file)) {
    const [postgres = '', sala = ''] = readFileSync(file, 'utf8').split('\n');
    if (postgres && sala) return { postgres, sala, fresh: false };
  }
  const made = { postgres: randomBytes(24).toString('hex'), sala: randomBytes(24).toString('hex'), fresh: true };
  writeFileSync(`${file}.new`, `${made.postgres}\n${made.sala}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** The address of a database for the ordinary role. */
export function addressOf(port: number, database: string, secrets: Passwords): string {
  return `postgresql://sala:${secrets.sala}@127.0.0.1:${port}/${database}`;
}

/** Makes the ordinary role and its database when they are missing. */
export async function ensureDatabase(port: number, secrets: Passwords): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: secrets.postgres, database: 'postgres' });
  await client.connect();
  try {
    const roles = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'sala'");
    if (roles.rowCount === 0) await client.query('CREATE ROLE sala');
    await client.query(`ALTER ROLE sala LOGIN CREATEDB PASSWORD '${secrets.sala}'`);
    const databases = await client.query("SELECT 1 FROM pg_database WHERE datname = 'sala'");
    if (databases.rowCount === 0) await client.query('CREATE DATABASE sala OWNER sala');
  } finally {
    await client.end();
  }
}
