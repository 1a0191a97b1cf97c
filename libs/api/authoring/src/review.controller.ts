import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { CommentPath, CommentRequest, DraftComment, DraftPath, DraftStepReply, DraftStepRequest, RetireRequest } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param } from '@nestjs/common';
import { Reviews } from './reviews.js';

/** The way of a draft to its learners. */
@Controller()
export class ReviewController {
  constructor(private readonly reviews: Reviews) {}

  /** Leaves a remark on a card. */
  @Handle(routes.commentDraft)
  commentDraft(@Param() path: DraftPath, @Body() body: CommentRequest, @CallerOf() caller: Caller): Promise<DraftComment> {
    return this.reviews.comment(path.courseId, body, caller);
  }

  /** Marks a remark as done. */
  @Handle(routes.resolveComment)
  async resolveComment(@Param() path: CommentPath, @CallerOf() caller: Caller): Promise<object> {
    await this.reviews.resolve(path.courseId, path.commentId, caller);
    return {};
  }

  /** Asks for a review. */
  @Handle(routes.submitDraft)
  submitDraft(@Param() path: DraftPath, @Body() body: DraftStepRequest, @CallerOf() caller: Caller): Promise<DraftStepReply> {
    return this.reviews.submit(path.courseId, body, caller);
  }

  /** Gives a draft back to be written on. */
  @Handle(routes.sendBackDraft)
  sendBackDraft(@Param() path: DraftPath, @Body() body: DraftStepRequest, @CallerOf() caller: Caller): Promise<DraftStepReply> {
    return this.reviews.sendBack(path.courseId, body, caller);
  }

  /** Approves what others wrote. */
  @Handle(routes.approveDraft)
  approveDraft(@Param() path: DraftPath, @Body() body: DraftStepRequest, @CallerOf() caller: Caller): Promise<DraftStepReply> {
    return this.reviews.approve(path.courseId, body, caller);
  }

  /** Publishes an approved draft as a new version. */
  @Handle(routes.publishDraft)
  publishDraft(@Param() path: DraftPath, @Body() body: DraftStepRequest, @CallerOf() caller: Caller): Promise<DraftStepReply> {
    return this.reviews.publish(path.courseId, body, caller);
  }

  /** Withdraws a published version. */
  @Handle(routes.retireCourse)
  retireCourse(@Param() path: DraftPath, @Body() body: RetireRequest, @CallerOf() caller: Caller): Promise<DraftStepReply> {
    return this.reviews.retire(path.courseId, body, caller);
  }
}
