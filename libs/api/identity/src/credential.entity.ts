import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** A printed card; its code is kept only as a keyed hash. A person has one that is valid. */
@Entity({ name: 'card' })
@Index('card_mark', ['mark'], { unique: true })
@Index('card_one_active', { synchronize: false })
export class Card {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'card_person', onDelete: 'CASCADE' })
  personId!: string;

  @Column('bytea')
  mark!: Buffer;

  @Column('timestamptz', { name: 'issued_at', default: () => 'now()' })
  issuedAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}

/** The four digits that a learner chose, as an argon2id hash. */
@Entity({ name: 'pin' })
export class Pin {
  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'pin_person', onDelete: 'CASCADE' })
  personId!: string;

  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'chosen_at', default: () => 'now()' })
  chosenAt!: Date;
}

/** What a good card opens for ten minutes. */
@Entity({ name: 'sign_in_ticket' })
export class SignInTicket {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'card_id' })
  @ForeignKey(() => Card, { name: 'sign_in_ticket_card', onDelete: 'CASCADE' })
  cardId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** A mentor's or officer's leave to choose a new PIN once. */
@Entity({ name: 'one_time_code' })
export class OneTimeCode {
  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'one_time_code_person', onDelete: 'CASCADE' })
  personId!: string;

  @Column('bytea')
  mark!: Buffer;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** How a member of staff signs in. */
@Entity({ name: 'account' })
@Index('account_email', ['email'], { unique: true })
export class Account {
  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'account_person', onDelete: 'CASCADE' })
  personId!: string;

  /** In small letters. */
  @Column('text')
  email!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  /** The second factor's secret, encrypted. */
  @Column('bytea', { name: 'totp_sealed' })
  totpSealed!: Buffer;

  /** The last time step whose code was used: none is taken twice. */
  @Column('bigint', { name: 'totp_last_step', default: '0' })
  totpLastStep!: string;
}
