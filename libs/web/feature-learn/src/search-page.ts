import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { searchKey } from '@sala/domain/khmer';
import { Heading, Icon, Notice, Page, Wording, type IconName, type Message } from '@sala/web/ui';
import { lessonMessages } from '@sala/web/ui-lesson';
import { messages } from './messages.js';
import { rareMessages } from './rare-messages.js';
import { Shelf, type CourseOnShelf } from './shelf.js';

interface Found {
  icon: IconName;
  id: string;
  link: string[];
  title: Message;
  about: Message;
  key: string;
}

const keyOf = (...texts: Message[]): string => texts.map((text) => searchKey(`${text.km} ${text.en}`)).join(' ');

/** Every job card, course and lesson, and a field that finds them by any word, without the internet and in any encoding of Khmer. */
@Component({
  selector: 'sala-search-page',
  imports: [Heading, Icon, Notice, Page, RouterLink],
  template: `
    <sala-page back="/" help="general">
      <h1 salaHeading>{{ say(words.searchTitle) }}</h1>
      <label class="field">
        <span class="small">{{ say(words.searchHint) }}</span>
        <input #field type="search" enterkeyhint="search" autocomplete="off" [value]="text()" (input)="text.set(field.value)" />
      </label>
      <p class="unseen" role="status">{{ say(words.found, { count: found().length }) }}</p>
      @if (found().length === 0 && shelf.ready()) {
        <sala-notice>{{ say(words.nothingFound) }}</sala-notice>
      }
      <ul class="options">
        @for (one of found(); track one.id) {
          <li>
            <a class="lesson-row" [routerLink]="one.link">
              <sala-icon [name]="one.icon" />
              <span class="rest">
                <span class="strong">{{ say(one.title) }}</span>
                <br /><span class="small">{{ say(one.about) }}</span>
              </span>
              <sala-icon name="next" />
            </a>
          </li>
        }
      </ul>
      <div foot class="actions">
        <a class="button primary" routerLink="/">{{ say(words.toHome) }}</a>
      </div>
    </sala-page>
  `,
})
export class SearchPage {
  protected readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...rareMessages };
  protected readonly text = signal('');
  private readonly all = computed(() => this.shelf.courses().flatMap(findable));
  protected readonly found = computed(() => {
    const asked = this.text().split(/\s+/).map(searchKey).filter(Boolean);
    const found = this.all().filter((one) => asked.every((word) => one.key.includes(word)));
    // What helps at work at once comes first.
    return [...found.filter((one) => one.icon === 'card'), ...found.filter((one) => one.icon !== 'card')];
  });
}

function findable({ entry, version }: CourseOnShelf): Found[] {
  const course: Found = {
    icon: 'book',
    id: entry.slug,
    link: ['/course', entry.slug],
    title: entry.title,
    about: entry.summary,
    key: keyOf(entry.title, entry.summary),
  };
  const jobs = (version?.manifest.lessons ?? []).flatMap((lesson) =>
    lesson.jobs.map(({ card, title, keywords }): Found => {
      const link = ['/course', entry.slug, lesson.id, 'job', card];
      return { icon: 'card', id: link.join('/'), link, title, about: lessonMessages.jobCard, key: keyOf(title, keywords) };
    }),
  );
  const lessons = (version?.manifest.lessons ?? []).map(({ id, title, outcome }): Found => {
    return {
      icon: 'book',
      id: `${entry.slug}/${id}`,
      link: ['/course', entry.slug, id],
      title,
      about: outcome,
      key: keyOf(title, outcome),
    };
  });
  return [...jobs, course, ...lessons];
}
