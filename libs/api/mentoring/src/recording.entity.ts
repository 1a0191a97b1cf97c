import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A voice or photo between a learner and the mentor, as soon as the first piece is here. It stands in the database, so that a backup holds it and it can be deleted. */
@Entity({ name: 'recording' })
export class RecordingRow {
  /** The learner whom it is about. */
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** The hash of what the phone sends. */
  @Column('text')
  sha256!: string;

  /** The size of what the phone sends. */
  @Column('int')
  bytes!: number;

  @Column('timestamptz', { name: 'begun_at', default: () => 'now()' })
  begunAt!: Date;

  /** By its bytes, once it is whole. */
  @Column('text', { name: 'media_type', nullable: true })
  mediaType!: string | null;

  /** What others hear or see, once it is whole; a photo is made small and loses what else it tells. */
  @Column('bytea', { nullable: true })
  content!: Buffer | null;
}

/** A piece of a voice or photo that is under way. */
@Entity({ name: 'recording_piece' })
export class RecordingPieceRow {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'recording_id' })
  recordingId!: string;

  @PrimaryColumn('int', { name: 'begins' })
  begins!: number;

  @Column('bytea')
  content!: Buffer;
}
