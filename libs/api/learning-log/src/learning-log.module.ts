import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LearningEventRow } from './learning-event.entity.js';
import { LearningLog } from './learning-log.js';

/** The append-only log of what learners did. */
@Module({
  imports: [TypeOrmModule.forFeature([LearningEventRow])],
  providers: [LearningLog],
  exports: [LearningLog],
})
export class LearningLogModule {}
