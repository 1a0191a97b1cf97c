import { Component, computed, inject, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { khmerShortDate } from '@sala/domain/khmer';
import { Api, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { Busy, Display, Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { DraftsList } from './drafts-list.js';
import { messages } from './messages.js';
import { startMessages } from './start/start-messages.js';

/** The published courses, with what stands behind each. */
@Component({
  selector: 'sala-courses-page',
  imports: [Busy, DraftsList, Heading, Icon, Notice],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.courses) }}</h1>
    @if (readsDrafts()) {
      <sala-drafts-list />
      <h2>{{ say(words.published) }}</h2>
    }
    @if (trouble(); as code) {
      <sala-notice tone="mind">{{ say(troubles[code]) }}</sala-notice>
    }
    @if (courses.value(); as answer) {
      @if (!answer.ok) {
        <sala-notice tone="mind">{{ say(troubles[answer.trouble.code]) }}</sala-notice>
        <button type="button" class="button" (click)="courses.reload()"><sala-icon name="again" />{{ say(words.tryAgain) }}</button>
      } @else {
        @for (course of answer.value; track course.courseId) {
          <article class="card course-card">
            <div class="row middle">
              <sala-icon name="book" [large]="true" />
              <div class="rest">
                <h3>{{ say(course.title) }}</h3>
              </div>
              <span class="pill">{{ say(words.version, { version: course.version }) }}</span>
            </div>
            <dl class="figures">
              <div>
                <dt>{{ say(words.publishedOn) }}</dt>
                <dd>{{ dateOf(course.publishedAt) }}</dd>
              </div>
              <div>
                <dt>{{ say(words.lessons) }}</dt>
                <dd>{{ say(words.number, { n: course.lessons }) }}</dd>
              </div>
              <div>
                <dt>{{ say(words.reviewed) }}</dt>
                <dd>{{ say(words.reviewedOf, { reviewed: course.reviewedLessons, of: course.lessons }) }}</dd>
              </div>
              <div>
                <dt>{{ say(words.learners) }}</dt>
                <dd>{{ say(words.number, { n: course.learners }) }}</dd>
              </div>
            </dl>
            @if (isAuthor()) {
              <button type="button" class="tile small-tile way-in" (click)="correct(course.courseId)">
                <sala-icon name="again" />{{ say(start.asCorrection) }}
              </button>
            }
          </article>
        } @empty {
          <sala-notice>{{ say(words.noCourses) }}</sala-notice>
        }
      }
    } @else {
      <sala-busy [message]="words.loading" />
    }
  `,
})
export class CoursesPage {
  private readonly api = inject(Api);
  private readonly display = inject(Display);
  private readonly router = inject(Router);
  private readonly staff = inject(StaffSession).staff;
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly start = startMessages;
  protected readonly trouble = signal<TroubleCode | undefined>(undefined);
  protected readonly isAuthor = computed(
    () => this.staff()?.roles.some(({ role }) => role === 'trainer' || role === 'administrator') ?? false,
  );
  protected readonly troubles = troubleMessages;
  /** An officer sees what is published, and is not refused drafts that nobody asked for. */
  protected readonly readsDrafts = computed(() => this.staff()?.roles.some(({ role }) => role !== 'officer') ?? false);
  protected readonly courses = resource({ loader: () => this.api.call('courseOverview', {}) });

  /** Takes a published course up again, or goes on where somebody has done so already. */
  protected async correct(courseId: string): Promise<void> {
    const begun = await this.api.call('beginDraft', { path: { courseId }, body: { fromCourseId: courseId } });
    const isThere = begun.ok || begun.trouble.code === 'already-there';
    this.trouble.set(begun.ok || isThere ? undefined : begun.trouble.code);
    if (isThere) await this.router.navigate(['/courses', courseId]);
  }

  protected dateOf(moment: string): string {
    const date = new Date(moment);
    return this.display.language() === 'km'
      ? khmerShortDate(date)
      : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  }
}
