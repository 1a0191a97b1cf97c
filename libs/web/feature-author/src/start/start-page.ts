import { Component, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CourseInOverview } from '@sala/contract/dto';
import { blankLesson, newCourse, recipeLesson, type Writing } from '@sala/domain/editing';
import { Api, troubleMessages } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { Heading, Icon, Notice, Wording, type Message } from '@sala/web/ui';
import { DraftShelf } from '../desk/draft-shelf.js';
import { freshId, newCourseId } from '../desk/ids.js';
import { EditIcon } from '../edit/edit-icon.js';
import { editMessages } from '../edit/edit-messages.js';
import { CourseFileImport } from '../review/course-file-import.js';
import { recipes, type Recipe } from './recipe-messages.js';
import { startMessages } from './start-messages.js';

/** Where a course begins: with a recipe, a published course or an empty page; the next screen is its first card. */
@Component({
  selector: 'sala-start-page',
  imports: [CourseFileImport, EditIcon, Heading, Icon, Notice, RouterLink],
  host: { class: 'stack start-page' },
  template: `
    <a class="tile small-tile back" routerLink="/"><sala-icon name="back" />{{ say(edit.back) }}</a>
    <h1 salaHeading>{{ say(words.how) }}</h1>
    <p>{{ say(words.howWhat) }}</p>
    @if (problem(); as problem) {
      <sala-notice tone="mind">{{ say(problem) }}</sala-notice>
    }
    <h2>{{ say(words.fromRecipe) }}</h2>
    @for (recipe of recipes; track $index) {
      <button type="button" class="tile" (click)="fromRecipe(recipe)">
        <sala-edit-icon name="steps" />
        <span class="rest"
          ><strong class="block">{{ say(recipe.name) }}</strong
          ><span class="small block">{{ say(recipe.what) }}</span></span
        >
      </button>
    }
    <h2>{{ say(words.blank) }}</h2>
    <button type="button" class="tile" (click)="blank()"><sala-edit-icon name="text" />{{ say(words.blankWhat) }}</button>
    <h2>{{ say(words.fromCourse) }}</h2>
    @for (course of published(); track course.courseId) {
      <div class="card">
        <strong>{{ say(course.title) }}</strong>
        <div class="row wrap">
          <button type="button" class="tile small-tile" (click)="fromCourse(course.courseId, false)">
            <sala-edit-icon name="copy" />{{ say(words.asNew) }}
          </button>
          <button type="button" class="tile small-tile" (click)="fromCourse(course.courseId, true)">
            <sala-icon name="again" />{{ say(words.asCorrection) }}
          </button>
        </div>
      </div>
    }
    <h2>{{ say(words.fromFile) }}</h2>
    <sala-course-file-import />
  `,
})
export class StartPage {
  private readonly api = inject(Api);
  private readonly shelf = inject(DraftShelf);
  private readonly staff = inject(StaffSession).staff;
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly words = startMessages;
  protected readonly edit = editMessages;
  protected readonly recipes: readonly Recipe[] = recipes;
  protected readonly problem = signal<Message | undefined>(undefined);
  private readonly courses = resource({ loader: () => this.api.call('courseOverview', {}) });

  protected published(): CourseInOverview[] {
    const answer = this.courses.value();
    return answer?.ok ? answer.value : [];
  }

  protected fromRecipe({ words }: Recipe): Promise<void> {
    const { lesson, practices } = recipeLesson(words, freshId, new Date().toISOString().slice(0, 10));
    return this.begin(newCourse(newCourseId(), lesson, practices));
  }

  protected blank(): Promise<void> {
    return this.begin(newCourse(newCourseId(), blankLesson(freshId)));
  }

  protected async fromCourse(fromCourseId: string, isCorrection: boolean): Promise<void> {
    const courseId = isCorrection ? fromCourseId : newCourseId();
    const begun = await this.api.call('beginDraft', { path: { courseId }, body: { fromCourseId } });
    if (begun.ok) await this.router.navigate(['/courses', courseId]);
    else this.problem.set(begun.trouble.code === 'already-there' ? startMessages.thereAlready : troubleMessages[begun.trouble.code]);
  }

  /** A course begins on this computer, also without a line; its first card is the next screen. */
  private async begin(writing: Writing): Promise<void> {
    const { id, lessons } = writing.document;
    const stored = { personId: this.staff()?.person.id ?? '', courseId: id, writing, at: Date.now() };
    try {
      await this.shelf.keep(stored);
    } catch {
      return this.problem.set(startMessages.isFull);
    }
    const [lesson] = lessons;
    await this.router.navigate(['/courses', id, 'lessons', lesson?.id, lesson?.cards[0]?.id]);
  }
}
