import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mentors must know of phones, and the codes by which they open a profile where there is no line. */
export class MentoredPhones1764000000071 implements MigrationInterface {
  name = 'MentoredPhones1764000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table device_contact (
        device_id uuid primary key constraint device_contact_device references device on delete cascade,
        seen_at timestamptz not null,
        full_since timestamptz
      );
      create table offline_code (
        person_id uuid primary key constraint offline_code_person references person on delete cascade,
        number int not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table offline_code, device_contact');
  }
}
