import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** A phone, by the id under which it records. */
@Entity({ name: 'device' })
export class Device {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** The key by which a phone signs what others carry for it. */
@Entity({ name: 'device_key' })
export class DeviceKey {
  @PrimaryColumn('uuid', { name: 'device_id' })
  @ForeignKey(() => Device, { name: 'device_key_device', onDelete: 'CASCADE' })
  deviceId!: string;

  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  @Column('timestamptz', { name: 'registered_at', default: () => 'now()' })
  registeredAt!: Date;
}

/** That a phone may speak for a learner. */
@Entity({ name: 'device_learner' })
@Index('device_learner_person', ['personId'])
export class DeviceLearner {
  @PrimaryColumn('uuid', { name: 'device_id' })
  @ForeignKey(() => Device, { name: 'device_learner_device', onDelete: 'CASCADE' })
  deviceId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'device_learner_person_fk', onDelete: 'CASCADE' })
  personId!: string;

  @Column('timestamptz', { name: 'granted_at', default: () => 'now()' })
  grantedAt!: Date;
}

/** A cookie that was given out, by its hash: a phone's or a member of staff's. */
@Entity({ name: 'session' })
@Index('session_device', ['deviceId'])
@Index('session_person', ['personId'])
@Check('session_subject', '(device_id is null) <> (person_id is null)')
export class SessionRow {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'device_id', nullable: true })
  @ForeignKey(() => Device, { name: 'session_device_fk', onDelete: 'CASCADE' })
  deviceId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey(() => Person, { name: 'session_person_fk', onDelete: 'CASCADE' })
  personId!: string | null;

  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' })
  seenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** Failures on a way in, by keyed hash of who tried. */
@Entity({ name: 'throttle' })
@Index('throttle_touched', ['touchedAt'])
export class ThrottleRow {
  @PrimaryColumn('bytea')
  key!: Buffer;

  @Column('int')
  failures!: number;

  @Column('timestamptz', { name: 'blocked_until' })
  blockedUntil!: Date;

  @Column('timestamptz', { name: 'touched_at' })
  touchedAt!: Date;
}
