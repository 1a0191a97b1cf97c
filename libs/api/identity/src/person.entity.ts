import { ROLES, type Role } from '@sala/domain/access';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody with a role. Names stand nowhere else, so that a person can be forgotten without touching what was learnt. */
@Entity({ name: 'person' })
@Index('person_in_order', { synchronize: false })
@Index('person_search_key', { synchronize: false })
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'family_name' })
  familyName!: string;

  @Column('text', { name: 'given_name' })
  givenName!: string;

  @Column('text', { name: 'family_name_latin' })
  familyNameLatin!: string;

  @Column('text', { name: 'given_name_latin' })
  givenNameLatin!: string;

  /** Names of both scripts, folded for search. */
  @Column('text', { name: 'search_key' })
  searchKey!: string;

  /** A telephone number, shown to mentors and officers only. */
  @Column('text', { nullable: true })
  phone!: string | null;

  /** Invented, for trying Sala out; production refuses to start with one. */
  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Since when the person is refused everywhere. */
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt!: Date | null;

  /** Since when the names are gone. */
  @Column('timestamptz', { name: 'forgotten_at', nullable: true })
  forgottenAt!: Date | null;
}

/** A role that a person holds at a place for a time. */
@Entity({ name: 'role_held' })
@Index('role_held_place', { synchronize: false })
@Check('role_held_role', `role in (${ROLES.map((role) => `'${role}'`).join(', ')})`)
export class RoleHeldRow {
  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'role_held_person', onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn('text')
  role!: Role;

  @PrimaryColumn('text', { name: 'place_code' })
  placeCode!: string;

  @PrimaryColumn('timestamptz', { name: 'valid_from', default: () => 'now()' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo!: Date | null;
}
