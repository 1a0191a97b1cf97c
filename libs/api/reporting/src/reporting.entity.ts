import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far a learner has come in a course: a projection of the log and of the course's newest version. */
@Entity({ name: 'learner_course' })
@Index('learner_course_version', ['courseId', 'version'])
export class LearnerCourseRow {
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId!: string;

  /** The version whose lessons were counted; 0 for a course that is withdrawn. */
  @Column('int')
  version!: number;

  @Column('int')
  done!: number;

  @Column('int')
  alone!: number;

  @Column('int')
  helped!: number;

  @Column('int', { name: 'in_group' })
  inGroup!: number;

  @Column('int')
  mastered!: number;

  @Column('int', { name: 'signed_off' })
  signedOff!: number;

  @Column('boolean', { name: 'is_finished' })
  isFinished!: boolean;
}

/** A learner's tries at a question, or at a step of a practice: a projection of the log. */
@Entity({ name: 'learner_try' })
@Index('learner_try_stuck', { synchronize: false })
export class LearnerTryRow {
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId!: string;

  @PrimaryColumn('text', { name: 'lesson_id' })
  lessonId!: string;

  /** The question or practice. */
  @PrimaryColumn('text')
  item!: string;

  /** The step of a practice; empty for a question. */
  @PrimaryColumn('text')
  step!: string;

  @Column('int')
  wrong!: number;

  @Column('boolean', { name: 'is_right' })
  isRight!: boolean;
}
