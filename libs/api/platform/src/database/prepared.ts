import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** Queries that run at nearly every request: planned once a connection, and sent without a query runner between. */
@Injectable()
export class Prepared {
  constructor(private readonly database: DataSource) {}

  /** Runs a statement under its name; a name always stands for the same text. */
  async query<T extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<T[]> {
    const pool = (this.database.driver as unknown as { master: Pool }).master;
    const result = await pool.query<T>({ name, text, values: [...values] });
    return result.rows;
  }
}
