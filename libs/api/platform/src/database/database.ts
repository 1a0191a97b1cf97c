import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { MigrationInterface } from 'typeorm';
import type { Env } from '../env/env.js';

/** The migrations of a room, oldest first. */
export type Migrations = readonly (new () => MigrationInterface)[];

/** How the database is reached. Its shape changes by migrations only. */
export function databaseOptions(env: Env, migrations: Migrations): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: env.DATABASE_URL,
    autoLoadEntities: true,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    logging: false,
    retryAttempts: 8,
    retryDelay: 500,
    extra: {
      max: Math.ceil(env.DATABASE_CONNECTIONS / 2),
      application_name: 'sala',
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 10_000,
    },
  };
}
