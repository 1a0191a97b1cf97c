import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The price of mobile data as an officer set it; without a row the operator's default holds. */
export class DataPrice1764000000050 implements MigrationInterface {
  name = 'DataPrice1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table data_price (
        one_row boolean primary key default true,
        riel_per_gigabyte int not null,
        set_by uuid,
        set_at timestamptz not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table data_price');
  }
}
