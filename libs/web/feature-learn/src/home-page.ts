import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { initialOf } from '@sala/domain/khmer';
import { lessonState } from '@sala/domain/learning';
import { ServerNews } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Downloads, Progress, Uplink, type UplinkState } from '@sala/web/data-sync';
import { Busy, Display, Heading, Icon, Listen, Notice, Page, Wording } from '@sala/web/ui';
import { LateView } from './late-view.js';
import { messages } from './messages.js';
import { Shelf } from './shelf.js';
import { StateLine } from './state-line.js';

const AWAY: readonly UplinkState['line'][] = ['offline', 'trouble', 'card-needed'];

/** Today's one task and one big button. */
@Component({
  selector: 'sala-home-page',
  imports: [Busy, Heading, Icon, LateView, Listen, Notice, Page, RouterLink, StateLine],
  templateUrl: './home-page.html',
})
export class HomePage {
  private readonly downloads = inject(Downloads);
  private readonly progress = inject(Progress);
  private readonly display = inject(Display);
  protected readonly uplink = inject(Uplink);
  protected readonly session = inject(Session);
  protected readonly news = inject(ServerNews);
  protected readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = messages;
  protected readonly initial = computed(() => initialOf(this.session.learner()?.person.familyName ?? ''));
  protected readonly name = computed(() => {
    const person = this.session.learner()?.person;
    if (!person) return '';
    return this.display.language() === 'km'
      ? `${person.familyName} ${person.givenName}`
      : `${person.familyNameLatin} ${person.givenNameLatin}`;
  });
  protected readonly begun = computed(() => {
    const today = this.shelf.today();
    return today?.next !== undefined && lessonState(this.progress.ofCourse(today.entry.courseId)[today.next.id]) === 'started';
  });
  protected readonly place = computed(() => {
    const today = this.shelf.today();
    return (today?.version?.manifest.lessons.findIndex((lesson) => lesson.id === today.next?.id) ?? 0) + 1;
  });
  protected readonly share = computed(() => {
    const today = this.shelf.today();
    return today ? Math.round((100 * today.done) / today.of) : 0;
  });
  protected readonly link = computed(() => {
    const today = this.shelf.today();
    if (today?.next) return ['/course', today.entry.slug, today.next.id];
    const [first] = this.shelf.courses();
    return first ? ['/course', first.entry.slug] : ['/search'];
  });
  private readonly unreachable = signal(false);
  /** What the page is about: today's task, everything done, nothing there yet, or on its way, or not to be had without the internet. */
  protected readonly state = computed((): 'task' | 'done' | 'empty' | 'fetching' | 'no-internet' => {
    if (!this.shelf.ready()) return 'fetching';
    if (this.shelf.today()?.next) return 'task';
    if (this.shelf.today()) return this.unreachable() ? 'no-internet' : 'fetching';
    if (this.news.catalogue()) return this.shelf.courses().length > 0 ? 'done' : 'empty';
    return AWAY.includes(this.uplink.state().line) ? 'no-internet' : 'fetching';
  });
  protected readonly noOffline = !('serviceWorker' in navigator);

  constructor() {
    effect(() => {
      const today = this.shelf.ready() ? this.shelf.today() : undefined;
      if (today) untracked(() => void this.fetch());
    });
  }

  protected tryAgain(): void {
    this.uplink.soon(0);
    void this.fetch();
  }

  private async fetch(): Promise<void> {
    const today = this.shelf.today();
    if (!today) return;
    this.unreachable.set(false);
    const trouble = await this.downloads.upcoming(today.entry, today.next?.id).catch(() => ({ code: 'offline' }) as const);
    this.unreachable.set(trouble !== undefined);
  }
}
