import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import { Downloads } from '@sala/web/data-sync';
import { Busy, Heading, Notice, Page, Wording } from '@sala/web/ui';
import { CardView, CardVoice, lessonMessages, PICTURES } from '@sala/web/ui-lesson';
import { LessonPictures, OPEN_VERSION } from './lesson-pictures.js';
import { messages } from './messages.js';
import { rareMessages } from './rare-messages.js';
import { Shelf } from './shelf.js';

/** A job card by itself, found again after the course by the task it helps with. */
@Component({
  selector: 'sala-job-page',
  imports: [Busy, CardView, CardVoice, Heading, Notice, Page, RouterLink],
  providers: [
    { provide: OPEN_VERSION, useFactory: () => signal<StoredVersion | undefined>(undefined) },
    { provide: PICTURES, useClass: LessonPictures },
  ],
  template: `
    <sala-page back="/search" help="lesson">
      @if (card.value(); as card) {
        <sala-card-voice [card]="card" />
        <sala-card [card]="card" />
      } @else if (card.isLoading()) {
        <h1 salaHeading class="unseen">{{ say(lessonWords.jobCard) }}</h1>
        <sala-busy />
      } @else {
        <h1 salaHeading>{{ say(lessonWords.jobCard) }}</h1>
        <sala-notice tone="mind">{{ say(lessonWords.notHere) }}</sala-notice>
      }
      <div foot class="actions not-printed">
        <a class="button" [routerLink]="['/course', slug(), lesson()]">{{ say(words.toLesson) }}</a>
      </div>
    </sala-page>
  `,
})
export class JobPage {
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly shelf = inject(Shelf);
  private readonly version = inject(OPEN_VERSION) as ReturnType<typeof signal<StoredVersion | undefined>>;
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...rareMessages };
  protected readonly lessonWords = lessonMessages;
  readonly slug = input.required<string>();
  readonly lesson = input.required<string>();
  readonly job = input.required<string>();
  protected readonly card = resource({
    params: () => {
      const version = this.shelf.ready() ? this.shelf.bySlug(this.slug())?.version : undefined;
      return version && { version, lesson: this.lesson(), job: this.job() };
    },
    loader: async ({ params: { version, lesson, job } }) => {
      this.version.set(version);
      await this.downloads.lesson(version, lesson);
      const cards = (await this.packages.lesson(version, lesson))?.cards ?? [];
      return cards.filter((card) => card.kind === 'job').find((card) => card.id === job);
    },
  });
}
