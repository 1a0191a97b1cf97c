import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voices and photos between learners and mentors. */
export class Mentoring1764000000072 implements MigrationInterface {
  name = 'Mentoring1764000000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recording (
        person_id uuid not null,
        id uuid not null,
        sha256 text not null,
        bytes int not null,
        begun_at timestamptz not null default now(),
        media_type text,
        content bytea,
        primary key (person_id, id)
      );
      create table recording_piece (
        person_id uuid not null,
        recording_id uuid not null,
        begins int not null,
        content bytea not null,
        primary key (person_id, recording_id, begins)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recording_piece, recording');
  }
}
