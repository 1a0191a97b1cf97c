import { PLACE_LEVELS } from '@sala/domain/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NATION_ROW, PROVINCES } from './provinces.js';
import { storePlaces } from './places.js';

/** Places, from the nation down; the provinces come with Sala. */
export class People1764000000003 implements MigrationInterface {
  name = 'People1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table place (
        code text primary key,
        parent_code text,
        level text not null constraint place_level check (level in (${PLACE_LEVELS.map((level) => `'${level}'`).join(', ')})),
        khmer text not null,
        latin text not null,
        unit text not null,
        search_key text not null,
        valid_from date not null default now(),
        valid_to date
      );
      create index place_parent on place (parent_code);
      create index place_search_key on place using gin (search_key gin_trgm_ops)`);
    await storePlaces(runner.manager, [NATION_ROW, ...PROVINCES]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table place');
  }
}
