import { Component, computed, inject } from '@angular/core';
import { Heading, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { editMessages } from './edit-messages.js';

/** A course while it is written: its title and its lessons. */
@Component({
  selector: 'sala-course-edit-page',
  imports: [Heading],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.lessonList) }}</h1>
    <ul class="stack">
      @for (lesson of lessons(); track lesson.id) {
        <li class="card">
          {{ lesson.id }} <span class="small">{{ say(words.cardCount, { n: lesson.cards.length }) }}</span>
        </li>
      }
    </ul>
  `,
})
export class CourseEditPage {
  private readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly lessons = computed(() => this.desk.document()?.lessons ?? []);
}
