import { inject, Injectable } from '@angular/core';
import type { VisitReason } from '@sala/domain/mentoring';
import { Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { Titles } from './titles.js';

/** Reasons for a visit, in words. */
@Injectable({ providedIn: 'root' })
export class ReasonWords {
  private readonly say = inject(Wording).say;
  private readonly titles = inject(Titles);

  /** Why somebody needs a visit, as a sentence. */
  of(reason: VisitReason): string {
    switch (reason.code) {
      case 'asked':
        return this.say(messages.asked, { count: reason.count });
      case 'stuck':
        return this.say(messages.stuck, { lesson: this.titles.lesson(reason.at.courseId, reason.at.lessonId) });
      case 'phone-full':
        return this.say(messages['phone-full']);
      case 'never-connected':
      case 'not-seen':
        return this.say(messages[reason.code], { days: reason.days });
    }
  }
}
