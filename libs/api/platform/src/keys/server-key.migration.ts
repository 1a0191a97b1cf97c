import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The server's keys, which are data: a backup holds them, so that packets on their way can still be opened after a restore. */
export class ServerKey1764000000030 implements MigrationInterface {
  name = 'ServerKey1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table server_key (
        purpose text primary key,
        public_key bytea not null,
        private_sealed bytea not null,
        made_at timestamptz not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table server_key');
  }
}
