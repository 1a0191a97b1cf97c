import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CourseFiles, type CourseRefusal } from '@sala/web/data-sync/relay';
import { Busy, Heading, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { FileButton } from './file-button.js';
import { messages } from './messages.js';

/** A course arrives from another phone as a file. */
@Component({
  selector: 'sala-take-course-page',
  imports: [Busy, FileButton, Heading, Notice, Page, RouterLink],
  template: `
    <sala-page back="/phones" help="internet">
      <h1 salaHeading>{{ say(words.takeCourse) }}</h1>
      <p>{{ say(words.takeHow) }}</p>
      <div aria-live="polite">
        @if (taken(); as course) {
          <sala-notice tone="good">{{ say(words.courseTaken, { title: course.title }) }}</sala-notice>
        } @else if (refusal(); as refusal) {
          <sala-notice tone="mind">{{ say(refusal) }}</sala-notice>
        }
      </div>
      @if (busy()) {
        <sala-busy [message]="words.checking" />
      }
      <div foot class="actions">
        @if (taken(); as course) {
          <a class="button primary" [routerLink]="['/course', course.slug]">{{ say(words.openCourse) }}</a>
        } @else {
          <sala-file-button look="button primary" (file)="take($event)">{{ say(words.chooseFile) }}</sala-file-button>
        }
      </div>
    </sala-page>
  `,
})
export class TakeCoursePage {
  private readonly files = inject(CourseFiles);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly busy = signal(false);
  protected readonly taken = signal<{ slug: string; title: { km: string; en: string } } | undefined>(undefined);
  protected readonly refusal = signal<Message | undefined>(undefined);

  protected async take(file: File): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(undefined);
    const taken = await this.files.take(file);
    this.busy.set(false);
    if (taken.kind === 'taken') this.taken.set({ slug: taken.manifest.slug, title: taken.manifest.title });
    else this.refusal.set(REFUSALS[taken.kind]);
  }
}

const REFUSALS: Record<CourseRefusal, Message> = {
  'cannot-seal': messages.cannotSeal,
  'no-server': messages.noServer,
  damaged: messages.damaged,
  foreign: messages.foreign,
  'not-whole': messages.fileNotWhole,
  older: messages.courseOlder,
  'no-space': messages.noSpace,
};
