import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { lessonState } from '@sala/domain/learning';
import { Session } from '@sala/web/data-session';
import { Downloads, Progress } from '@sala/web/data-sync';
import { Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import { mentorMessages } from './mentor-messages.js';
import { messages } from './messages.js';
import { rareMessages } from './rare-messages.js';
import { notMeMessages } from './not-me-messages.js';
import { Shelf } from './shelf.js';
import { standingIn } from './standing.js';
import { StateLine } from './state-line.js';

/** What the learner has done, shown to the learner first. */
@Component({
  selector: 'sala-progress-page',
  imports: [Heading, Icon, Notice, Page, RouterLink, StateLine],
  template: `
    <sala-page back="/" help="internet">
      <h1 salaHeading>{{ say(words.progressTitle) }}</h1>
      <sala-state-line />
      @if (shelf.ready() && courses().length === 0) {
        <sala-notice>{{ say(words.nothingYet) }}</sala-notice>
      }
      @for (course of courses(); track course.entry.courseId) {
        <section class="card">
          <h2>{{ say(course.entry.title) }}</h2>
          <div class="bar"><i [style.width.%]="(100 * course.done) / course.of"></i></div>
          <p class="small">{{ say(words.lessonsDone, { done: course.done, of: course.of }) }}</p>
          <ul class="ticks">
            @for (lesson of course.lessons; track lesson.id) {
              <li class="row middle">
                <span class="mark" [class]="lesson.state"><sala-icon [name]="lesson.state === 'completed' ? 'tick' : 'clock'" /></span>
                <span class="rest"
                  >{{ say(lesson.title) }}<br /><span class="small">
                    @for (one of lesson.words; track $index) {
                      {{ $first ? '' : '· ' }}{{ say(one) }}
                    }
                  </span></span
                >
              </li>
            }
          </ul>
        </section>
      }
      @if (courses().length > 0) {
        <p class="small">{{ say(words.masteryWhat) }}</p>
      }
      @if (courses().length > 0 && !session.learner()?.guest) {
        <a class="tile" routerLink="/not-me"><sala-icon name="people" />{{ say(notMe.title) }}</a>
      }
      <a class="tile" routerLink="/words"><sala-icon name="book" />{{ say(words.myWords) }}</a>
      <div foot class="actions">
        <a class="button primary" routerLink="/">{{ say(words.toHome) }}</a>
      </div>
    </sala-page>
  `,
})
export class ProgressPage {
  private readonly downloads = inject(Downloads);
  private readonly progress = inject(Progress);
  protected readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly session = inject(Session);
  protected readonly words = { ...messages, ...rareMessages };
  protected readonly notMe = notMeMessages;
  protected readonly courses = computed(() =>
    this.shelf.courses().flatMap((course) => {
      const facts = this.progress.ofCourse(course.entry.courseId);
      const begun = (course.version?.manifest.lessons ?? []).filter((lesson) => lessonState(facts[lesson.id]) !== 'not-started');
      const lessons = begun.map((lesson) => {
        const { state, words } = standingIn(lesson, facts, course.skipped);
        // A mentor saw the work of the lesson done: that stands beside what was learnt, and in its place for who learnt it without a phone.
        const signed = (facts[lesson.id]?.signedOff?.length ?? 0) > 0 ? [mentorMessages.signedOff] : [];
        return { ...lesson, state, words: [...words, ...signed] };
      });
      return course.started ? [{ ...course, lessons }] : [];
    }),
  );

  constructor() {
    // What was learnt on another phone is shown by name once the course's manifest is here.
    effect(() => {
      const unnamed = this.shelf.ready() ? this.courses().filter((course) => !course.version) : [];
      untracked(() => unnamed.forEach(({ entry }) => void this.downloads.course(entry).catch(() => undefined)));
    });
  }
}
