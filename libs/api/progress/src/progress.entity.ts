import type { LessonFacts } from '@sala/domain/learning';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is known of a learner and a lesson: a projection of the log, which can be made again from nothing. */
@Entity({ name: 'lesson_progress' })
export class LessonProgressRow {
  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId!: string;

  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId!: string;

  @PrimaryColumn('text', { name: 'lesson_id' })
  lessonId!: string;

  @Column('jsonb')
  facts!: LessonFacts;

  /** The position of the last event in it. */
  @Column('bigint')
  position!: string;
}

/** How far a projection has read the log. */
@Entity({ name: 'projection' })
export class ProjectionRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('bigint', { default: '0' })
  position!: string;
}
