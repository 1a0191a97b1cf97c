import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptMoveRow, MovedEventRow } from './attempt-moves.entity.js';
import { AttemptMoves } from './attempt-moves.js';
import { LearningEventRow } from './learning-event.entity.js';
import { LearningLog } from './learning-log.js';

/** The append-only log of what learners did. */
@Module({
  imports: [TypeOrmModule.forFeature([LearningEventRow, AttemptMoveRow, MovedEventRow])],
  providers: [LearningLog, AttemptMoves],
  exports: [LearningLog, AttemptMoves],
})
export class LearningLogModule {}
