import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Env } from '../env/env.js';

/**
 * Queries that run at nearly every request: planned once a connection and sent without a query runner between. They have connections of their own,
 * on which a plan is made once and always goes by an index: each is a look-up by key, and a table that was empty when the plan was made grows.
 */
@Injectable()
export class Prepared implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(env: Env) {
    this.pool = new pg.Pool({
      connectionString: env.DATABASE_URL,
      max: Math.ceil(env.DATABASE_CONNECTIONS / 2),
      application_name: 'sala-prepared',
      options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off',
      connectionTimeoutMillis: 10_000,
    });
    // An idle connection that breaks is replaced at the next query, which tells when there is no database.
    this.pool.on('error', () => undefined);
  }

  /** Runs a statement under its name; a name always stands for the same text. */
  async query<T extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<T[]> {
    const result = await this.pool.query<T>({ name, text, values: [...values] });
    return result.rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
