import { LearningLogModule } from '@sala/api/learning-log';
import { LibraryModule } from '@sala/api/library';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Confirming } from './confirming.js';
import { ProgressProjection } from './progress-projection.js';
import { ProgressController } from './progress.controller.js';
import { LessonProgressRow, ProjectionRow } from './progress.entity.js';
import { Progress } from './progress.js';

/** Progress, projected from the log. */
@Module({
  imports: [LearningLogModule, LibraryModule, TypeOrmModule.forFeature([LessonProgressRow, ProjectionRow])],
  controllers: [ProgressController],
  providers: [Progress, ProgressProjection, Confirming],
  exports: [Progress, ProgressProjection, Confirming],
})
export class ProgressModule {}
