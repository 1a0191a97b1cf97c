import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every room needs of the database: trigrams that see Khmer, the Khmer order of words, and the server's epoch. */
export class Platform1764000000001 implements MigrationInterface {
  name = 'Platform1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    await runner.query(`
      do $$ begin
        if coalesce(array_length(show_trgm('ខ្មែរ'), 1), 0) = 0 then
          raise exception 'This database sees no Khmer letters: create it with LC_CTYPE C.UTF-8 (encoding UTF8), or search would find nothing.';
        end if;
      end $$`);
    await runner.query(`create collation if not exists khmer (provider = icu, locale = 'km-u-kn-true')`);
    await runner.query(`
      create table server_epoch (
        epoch text primary key,
        began_at timestamptz not null default now(),
        reason text not null
      )`);
    await runner.query(`insert into server_epoch (epoch, reason) values ($1, 'first start')`, [randomBytes(4).toString('hex')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table server_epoch');
    await runner.query('drop collation khmer');
  }
}
