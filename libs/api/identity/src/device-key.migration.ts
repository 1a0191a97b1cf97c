import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key by which a phone signs what others carry for it, bound to its id once. */
export class DeviceKey1764000000031 implements MigrationInterface {
  name = 'DeviceKey1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table device_key (
        device_id uuid primary key constraint device_key_device references device on delete cascade,
        public_key bytea not null,
        registered_at timestamptz not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table device_key');
  }
}
