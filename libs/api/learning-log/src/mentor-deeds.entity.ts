import type { MentorDeedKind } from '@sala/domain/mentoring';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a mentor did for a learner: a line of the log, beside the learner's events. Rows are only ever added; their words go when somebody is forgotten. */
@Entity({ name: 'mentor_deed' })
@Index('mentor_deed_position', ['position'])
@Index('mentor_deed_news', ['learnerId', 'position'])
@Index('mentor_deed_mentor', ['mentorId'])
export class MentorDeedRow {
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Where it stands in the log, among the events. */
  @Column('bigint')
  position!: string;

  @Column('uuid', { name: 'mentor_id' })
  mentorId!: string;

  @Column('text')
  kind!: MentorDeedKind;

  @Column('jsonb')
  body!: object;

  /** By the mentor's phone. */
  @Column('timestamptz', { name: 'done_at' })
  doneAt!: Date;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;
}
