import type { LearningEvent, LearningEventKind } from '@sala/domain/learning';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One thing that a learner did. Rows are only ever added; their words go when somebody is forgotten. Every unique key begins with the learner, so that the log can be spread by learner. */
@Entity({ name: 'learning_event' })
@Unique('learning_event_sequence', ['learnerId', 'deviceId', 'sequence'])
@Index('learning_event_position', ['position'])
export class LearningEventRow {
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Where it stands in the log: grows in the order of commits, so that a reader never misses a late one. */
  @Column('bigint')
  position!: string;

  @Column('uuid', { name: 'device_id' })
  deviceId!: string;

  @Column('bigint')
  sequence!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  kind!: LearningEventKind;

  @Column('jsonb')
  body!: LearningEvent['body'];

  /** When it happened by the device's clock, which may be wrong by years. */
  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  /** When it happened by ours, as far as the device's clock at sending tells. */
  @Column('timestamptz', { name: 'corrected_at' })
  correctedAt!: Date;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;

  /** The score by our own grading of the answer. */
  @Column('double precision', { name: 'server_score', nullable: true })
  serverScore!: number | null;
}
