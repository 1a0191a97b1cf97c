import { Component, inject, input } from '@angular/core';
import { Icon, Wording } from '@sala/web/ui';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';
import { Titles } from './titles.js';

/** Assigns a course: the learner is told with the next sync. */
@Component({
  selector: 'sala-assign-page',
  imports: [DeedFrame, Icon],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.assignTitle, { name: of.name() })">
      @for (course of titles.courses(); track course.courseId) {
        <button
          type="button"
          class="tile"
          [attr.aria-disabled]="of.busy() || isAssigned(course.courseId)"
          (click)="assign(course.courseId)"
        >
          <sala-icon [name]="isAssigned(course.courseId) ? 'tick' : 'book'" />
          <span class="rest">
            {{ say(course.title) }}
            @if (isAssigned(course.courseId)) {
              <br /><span class="small">{{ say(words.isAssigned) }}</span>
            }
          </span>
        </button>
      }
    </sala-deed-frame>
  `,
})
export class AssignPage {
  protected readonly of = inject(PersonOfPage);
  protected readonly titles = inject(Titles);
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  readonly personId = input.required<string>();

  constructor() {
    this.of.begin(this.personId);
  }

  protected isAssigned(courseId: string): boolean {
    return this.of.person()?.assigned.includes(courseId) ?? false;
  }

  protected async assign(courseId: string): Promise<void> {
    if (!this.isAssigned(courseId)) await this.of.do('course.assigned', { courseId });
  }
}
