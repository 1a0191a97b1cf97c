import { LearningLogModule } from '@sala/api/learning-log';
import { LibraryModule } from '@sala/api/library';
import { PeopleModule } from '@sala/api/people';
import { ProgressModule } from '@sala/api/progress';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlaceReports } from './place-reports.js';
import { ReportFiles } from './report-files.js';
import { ReportProjection } from './report-projection.js';
import { ReportingController } from './reporting.controller.js';
import { LearnerCourseRow, LearnerTryRow } from './reporting.entity.js';

/** Reports of places, projected from the log. */
@Module({
  imports: [LearningLogModule, LibraryModule, PeopleModule, ProgressModule, TypeOrmModule.forFeature([LearnerCourseRow, LearnerTryRow])],
  controllers: [ReportingController],
  providers: [ReportFiles, PlaceReports, ReportProjection],
  exports: [ReportProjection],
})
export class ReportingModule {}
