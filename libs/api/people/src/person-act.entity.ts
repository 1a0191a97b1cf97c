import { Person } from '@sala/api/identity';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that was done about a person, a group or an import. It names people by id only, and never changes. */
@Entity({ name: 'person_act' })
@Index('person_act_person', ['personId', 'doneAt'])
@Index('person_act_group', ['groupId'])
export class PersonActRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('uuid', { name: 'import_id', nullable: true })
  importId!: string | null;

  @Column('text')
  kind!: string;

  /** Roles and codes of places. */
  @Column('jsonb', { default: {} })
  detail!: object;

  @Column('uuid', { name: 'done_by', nullable: true })
  doneBy!: string | null;

  @Column('timestamptz', { name: 'done_at', default: () => 'now()' })
  doneAt!: Date;
}

/** A list of people that was brought in as a whole. */
@Entity({ name: 'person_import' })
@Index('person_import_place', { synchronize: false })
export class PersonImport {
  @PrimaryColumn('uuid')
  id!: string;

  /** The smallest place in which all of its people came. */
  @Column('text', { name: 'place_code' })
  placeCode!: string;

  @Column('int')
  people!: number;

  @Column('uuid', { name: 'done_by' })
  doneBy!: string;

  @Column('timestamptz', { name: 'done_at', default: () => 'now()' })
  doneAt!: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;

  /** How many stayed when it was undone. */
  @Column('int', { nullable: true })
  kept!: number | null;
}

/** That somebody came with an import. */
@Entity({ name: 'imported_person' })
@Index('imported_person_person', ['personId'])
export class ImportedPerson {
  @PrimaryColumn('uuid', { name: 'import_id' })
  @ForeignKey(() => PersonImport, { name: 'imported_person_import', onDelete: 'CASCADE' })
  importId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'imported_person_person_fk', onDelete: 'CASCADE' })
  personId!: string;

  @Column('int')
  line!: number;
}
