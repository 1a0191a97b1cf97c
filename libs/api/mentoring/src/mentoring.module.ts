import { LearningLogModule } from '@sala/api/learning-log';
import { LibraryModule } from '@sala/api/library';
import { ProgressModule } from '@sala/api/progress';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Deeds } from './deeds.js';
import { MentoringController } from './mentoring.controller.js';
import { RecordingPieceRow, RecordingRow } from './recording.entity.js';
import { Recordings } from './recordings.js';
import { Roster } from './roster.js';
import { Unanswered } from './unanswered.js';

/** A mentor's people, what mentors do for them, and the voices and photos between them. */
@Module({
  imports: [LearningLogModule, LibraryModule, ProgressModule, TypeOrmModule.forFeature([RecordingRow, RecordingPieceRow])],
  controllers: [MentoringController],
  providers: [Roster, Deeds, Recordings, Unanswered],
})
export class MentoringModule {}
