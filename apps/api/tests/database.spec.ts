import { isMigrated, migrate, Platform1764000000001, readEnv } from '@sala/api/platform';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createEmptyDatabase, type TestDatabase } from '../../../tools/test/database.ts';
import { AppModule } from '../src/app.module.js';

describe('the database', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let source: DataSource;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    const env = readEnv({ NODE_ENV: 'test', DATABASE_URL: database.url });
    app = await NestFactory.createApplicationContext(AppModule.with(env), { logger: false });
    source = app.get(DataSource);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is made by migrations, once, even when two processes start together', async () => {
    const both = await Promise.all([migrate(source), migrate(source)]);
    expect(both.map((ran) => ran.length).sort()).toEqual([0, source.migrations.length]);
    expect(await isMigrated(source)).toBe(true);
  });

  it('has the shape of the entities: nothing more would be generated', async () => {
    const more = await source.driver.createSchemaBuilder().log();
    expect(more.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('names everything in singular snake_case', async () => {
    const rows = await source.query<{ name: string }[]>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    expect(rows.filter((row) => !/^[a-z]+(_[a-z0-9]+)*\.[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(row.name))).toEqual([]);
    const tables = [...new Set(rows.map((row) => row.name.split('.')[0] ?? ''))];
    expect(tables.filter((name) => /s$/.test(name) && !/progress$/.test(name))).toEqual([]);
  });

  it('sees Khmer letters in trigrams, and would refuse to start otherwise', async () => {
    const [row] = await source.query<{ trigrams: number }[]>(`select array_length(show_trgm('កិច្ចប្រជុំ'), 1) as trigrams`);
    expect(row?.trigrams).toBeGreaterThan(5);
    const asked: string[] = [];
    const runner = { query: (sql: string) => Promise.resolve(void asked.push(sql)) };
    await new Platform1764000000001().up(runner as never);
    expect(asked.join('\n')).toContain('LC_CTYPE');
  });

  it('can take every migration back', async () => {
    for (const _ of source.migrations) await source.undoLastMigration({ transaction: 'each' });
    const left = await source.query<{ name: string }[]>(`select tablename as name from pg_tables where schemaname = 'public'`);
    expect(left).toEqual([{ name: 'migration' }]);
    expect(await migrate(source)).toHaveLength(source.migrations.length);
  });
});
