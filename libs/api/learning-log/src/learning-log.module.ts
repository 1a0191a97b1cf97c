import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptMoveRow, MovedEventRow } from './attempt-moves.entity.js';
import { AttemptMoves } from './attempt-moves.js';
import { ForgottenWords } from './forgotten-words.js';
import { LearningEventRow } from './learning-event.entity.js';
import { LearningLog } from './learning-log.js';
import { MentorDeedRow } from './mentor-deeds.entity.js';
import { MentorDeeds } from './mentor-deeds.js';

/** The append-only log of what learners did. */
@Module({
  imports: [TypeOrmModule.forFeature([LearningEventRow, AttemptMoveRow, MovedEventRow, MentorDeedRow])],
  providers: [LearningLog, AttemptMoves, MentorDeeds, ForgottenWords],
  exports: [LearningLog, AttemptMoves, MentorDeeds, ForgottenWords],
})
export class LearningLogModule {}
