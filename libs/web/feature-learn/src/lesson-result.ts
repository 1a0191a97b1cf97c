import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Heading, Wording } from '@sala/web/ui';
import { LessonRun } from './lesson-run.js';
import { messages } from './messages.js';
import { Shelf } from './shelf.js';

/** The end of a lesson: how many were right, what one can do now, and what comes next. */
@Component({
  selector: 'sala-lesson-result',
  imports: [Heading],
  host: { class: 'stack' },
  template: `
    <div class="result-head">
      <svg class="sunrise" viewBox="0 0 176 96" aria-hidden="true" focusable="false">
        <path class="rays" d="M88 8v14M44 20l8 12M132 20l-8 12M14 52l14 6M162 52l-14 6" />
        <circle class="sun" cx="88" cy="66" r="34" />
        <path class="hills" d="M0 78q44-26 88-8t88-8v34H0z" />
        <path class="tick" d="M72 62l12 12 22-26" />
      </svg>
      <h1 salaHeading>{{ say(run.isReview() ? words.reviewDone : words.lessonDone) }}</h1>
      @if (run.isReview()) {
        @if (run.reviewed().of > 0) {
          <p class="strong">{{ say(words.reviewScore, run.reviewed()) }}</p>
        }
        <p>{{ say(words.reviewMore) }}</p>
      } @else if (run.score(); as score) {
        <p class="strong">{{ say(words.score, { right: score.right, of: score.of }) }}</p>
        <p>{{ say(score.right === score.of ? words.praiseAll : words.praiseSome) }}</p>
      }
    </div>
    @if (run.lesson(); as lesson) {
      <section class="card leaf">
        <h2>{{ say(words.youCan) }}</h2>
        <p>{{ say(lesson.outcome) }}</p>
      </section>
    }
    @if (next(); as next) {
      <section class="card">
        <p class="small">{{ say(words.nextIs) }}</p>
        <h2>{{ say(next.title) }}</h2>
        <p class="small">{{ say(words.minutes, { minutes: next.minutes }) }}</p>
      </section>
    } @else {
      <p class="strong">{{ say(words.courseDone) }}</p>
    }
  `,
})
export class LessonResult {
  private readonly shelf = inject(Shelf);
  protected readonly run = inject(LessonRun);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly slug = input.required<string>();
  protected readonly next = computed(() => this.shelf.bySlug(this.slug())?.next);
}

/** Where to go from the end of a lesson. */
@Component({
  selector: 'sala-lesson-result-actions',
  imports: [RouterLink],
  host: { class: 'actions' },
  template: `
    @if (next(); as next) {
      <a class="button" routerLink="/">{{ say(words.toHome) }}</a>
      <a class="button primary" [routerLink]="['/course', slug(), next.id]">{{ say(words.nextLesson) }}</a>
    } @else {
      <a class="button" [routerLink]="['/course', slug()]">{{ say(words.toCourse) }}</a>
      <a class="button primary" routerLink="/">{{ say(words.toHome) }}</a>
    }
  `,
})
export class LessonResultActions {
  private readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly slug = input.required<string>();
  protected readonly next = computed(() => this.shelf.bySlug(this.slug())?.next);
}
