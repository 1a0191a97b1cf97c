import { LibraryModule } from '@sala/api/library';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthoringController } from './authoring.controller.js';
import { AuthoringAct, Draft, DraftCommentRow, DraftMedia, DraftRevision } from './authoring.entity.js';
import { DraftFiles } from './draft-files.js';
import { Drafts } from './drafts.js';
import { ReviewController } from './review.controller.js';
import { Reviews } from './reviews.js';

/** Courses on their way to learners. */
@Module({
  imports: [TypeOrmModule.forFeature([Draft, DraftRevision, DraftMedia, DraftCommentRow, AuthoringAct]), LibraryModule],
  controllers: [AuthoringController, ReviewController],
  providers: [Drafts, DraftFiles, Reviews],
})
export class AuthoringModule {}
