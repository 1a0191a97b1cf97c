import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EventLog, ServerNews, type StoredEvent } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Contact } from '@sala/web/data-sync';
import { Heading, Icon, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { refusedFile, send, type Sent } from './refused-letter.js';
import { sendingMessages } from './sending-messages.js';
import { StateLine } from './state-line.js';

/** Refused events of one reason. */
interface Reason {
  code: NonNullable<StoredEvent['code']>;
  courses: { title: Message; count: number }[];
}

/** What is sent, and what the server did not take: why, in words, and a way to a mentor. */
@Component({
  selector: 'sala-sending-page',
  imports: [Heading, Icon, Notice, Page, RouterLink, StateLine],
  template: `
    <sala-page back="/" help="internet">
      <h1 salaHeading>{{ say(words.title) }}</h1>
      <sala-state-line />
      @if (contact.sentAt() === 0) {
        <p>{{ say(words.neverSent) }}</p>
      }
      @if (refused.value(); as events) {
        @if (events.length === 0) {
          <sala-notice>{{ say(words.nothingRefused) }}</sala-notice>
        } @else {
          <h2>{{ say(words.refusedTitle, { count: events.length }) }}</h2>
          <p>{{ say(words.refusedWhat) }}</p>
          @for (reason of reasons(); track reason.code) {
            <section class="card">
              <p class="strong">{{ say(words[reason.code]) }}</p>
              @for (course of reason.courses; track $index) {
                <p class="small">{{ say(words.between, { course: course.title, count: course.count }) }}</p>
              }
            </section>
          }
          <div aria-live="polite">
            @if (sent(); as sent) {
              @if (sent.way === 'saved') {
                <sala-notice tone="good">{{ say(words.saved, { file: sent.file }) }}</sala-notice>
              } @else if (sent.way === 'shared') {
                <sala-notice tone="good">{{ say(words.shared) }}</sala-notice>
              }
            }
          </div>
        }
      }
      <div foot class="actions">
        @if (reasons().length > 0) {
          <button type="button" class="button primary" (click)="share()"><sala-icon name="people" />{{ say(words.share) }}</button>
        } @else {
          <a class="button primary" routerLink="/">{{ say(words.toHome) }}</a>
        }
      </div>
    </sala-page>
  `,
})
export class SendingPage {
  private readonly log = inject(EventLog);
  private readonly news = inject(ServerNews);
  private readonly session = inject(Session);
  protected readonly contact = inject(Contact);
  protected readonly say = inject(Wording).say;
  protected readonly words = sendingMessages;
  protected readonly sent = signal<Sent | undefined>(undefined);
  /** Only the open learner's own: nobody sees what others on this phone did. */
  protected readonly refused = resource({
    params: () => ({ learner: this.session.learner()?.personId ?? '', revision: this.log.revision() }),
    loader: ({ params }) => this.log.refused(params.learner),
  });
  protected readonly reasons = computed(() => this.byReason(this.refused.value() ?? []));

  protected async share(): Promise<void> {
    const events = this.refused.value() ?? [];
    const person = this.session.learner()?.person;
    const name = `${person?.familyName ?? ''} ${person?.givenName ?? ''}`.trim();
    const text = this.say(sendingMessages.letter, { count: events.length, name });
    this.sent.set(await send(refusedFile(name, events, this.contact.now()), text));
  }

  private byReason(events: readonly StoredEvent[]): Reason[] {
    const titles = new Map(this.news.catalogue()?.courses.map((course) => [course.courseId, course.title]));
    const codes = [...new Set(events.map((event) => event.code ?? 'malformed'))];
    return codes.map((code) => {
      const own = events.filter((event) => (event.code ?? 'malformed') === code);
      const courses = [...new Set(own.map(({ event }) => event.courseId))].map((id) => ({
        title: titles.get(id) ?? sendingMessages.someCourse,
        count: own.filter(({ event }) => event.courseId === id).length,
      }));
      return { code, courses };
    });
  }
}
