import { PLACE_LEVELS, type PlaceLevel } from '@sala/domain/access';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A place of the gazetteer. Units split and merge, so a place that is gone keeps its row, with its last day. */
@Entity({ name: 'place' })
@Index('place_parent', ['parentCode'])
@Index('place_search_key', { synchronize: false })
@Check('place_level', `level in (${PLACE_LEVELS.map((level) => `'${level}'`).join(', ')})`)
export class Place {
  /** The official code of 2, 4, 6 or 8 digits, or `KH`. */
  @PrimaryColumn('text')
  code!: string;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode!: string | null;

  @Column('text')
  level!: PlaceLevel;

  @Column('text')
  khmer!: string;

  @Column('text')
  latin!: string;

  /** The Khmer word for the kind of unit. */
  @Column('text')
  unit!: string;

  @Column('text', { name: 'search_key' })
  searchKey!: string;

  @Column('date', { name: 'valid_from', default: () => 'now()' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}
