import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That an attempt was another learner's: who confirmed it, when, from whom to whom. Rows are only ever added; the log itself never changes. */
@Entity({ name: 'attempt_move' })
@Check('attempt_move_people', 'from_learner_id <> to_learner_id')
@Index('attempt_move_position', ['position'])
@Index('attempt_move_from', ['fromLearnerId'])
@Index('attempt_move_to', ['toLearnerId'])
@Index('attempt_move_disowned', ['learnerId', 'disownedId'])
export class AttemptMoveRow {
  /** The learner for whom the events were recorded. */
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Where it stands in the log, among the events. */
  @Column('bigint')
  position!: string;

  /** Whose they were until then: a mentor may have been wrong before. */
  @Column('uuid', { name: 'from_learner_id' })
  fromLearnerId!: string;

  @Column('uuid', { name: 'to_learner_id' })
  toLearnerId!: string;

  /** The learner's word that it confirms: an event of the log. */
  @Column('uuid', { name: 'disowned_id' })
  disownedId!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('text', { name: 'lesson_id' })
  lessonId!: string;

  @Column('uuid', { name: 'confirmed_by' })
  confirmedBy!: string;

  @Column('timestamptz', { name: 'confirmed_at', default: () => 'now()' })
  confirmedAt!: Date;
}

/** An event of a move. The learner is the one for whom it was recorded, so that the table can be spread as the log is. */
@Entity({ name: 'moved_event' })
@Index('moved_event_to', ['toLearnerId'])
export class MovedEventRow {
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId!: string;

  /** The position of its move. */
  @PrimaryColumn('bigint')
  position!: string;

  @Column('uuid', { name: 'to_learner_id' })
  toLearnerId!: string;
}
