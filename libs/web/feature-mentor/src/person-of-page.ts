import { Location } from '@angular/common';
import { computed, inject, Injectable, signal, type Signal } from '@angular/core';
import { Router } from '@angular/router';
import type { PersonInRoster } from '@sala/contract/dto';
import type { MentorDeedKind, MentorDeedOf } from '@sala/domain/mentoring';
import { MentorDesk, MentoringErrands } from '@sala/web/data-sync/mentoring';
import { JustDone } from './just-done.js';
import { Titles } from './titles.js';

/** What every page about one person needs: who it is, and doing something for them once. */
@Injectable()
export class PersonOfPage {
  private readonly desk = inject(MentorDesk);
  private readonly errands = inject(MentoringErrands);
  private readonly justDone = inject(JustDone);
  private readonly titles = inject(Titles);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly id = signal<Signal<string> | undefined>(undefined);
  /** Whether something is being kept. */
  readonly busy = signal(false);
  /** Whether it could not be kept. */
  readonly failed = signal(false);
  /** Whether this phone was looked through. */
  readonly ready = this.desk.ready;
  /** The person; undefined when not among the mentor's people. */
  readonly person = computed((): PersonInRoster | undefined => this.desk.person(this.id()?.() ?? ''));
  /** The person's name. */
  readonly name = computed(() => {
    const person = this.person()?.person;
    return person ? this.titles.name(person) : '';
  });

  /** Whose page it is; read from the page's own input. */
  begin(personId: Signal<string>): void {
    this.id.set(personId);
    void this.desk.load();
  }

  /** Keeps a deed, sends it by the way, and goes on. */
  async do<K extends MentorDeedKind>(kind: K, body: MentorDeedOf<K>['body'], then: readonly string[] = this.home()): Promise<void> {
    const person = this.person();
    if (!person || this.busy()) return;
    this.busy.set(true);
    this.failed.set(false);
    try {
      await this.desk.note(person.person.id, kind, body);
      this.justDone.deed.set({ personId: person.person.id, kind });
      void this.errands.runNow();
      await this.leaveFor(then);
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }

  /** Goes on, so that the phone's back key leads to no page twice: where one came from is gone back to. */
  private async leaveFor(then: readonly string[]): Promise<void> {
    const here = this.router.lastSuccessfulNavigation();
    const before = here?.trigger === 'imperative' && !here.extras.replaceUrl ? here.previousNavigation?.finalUrl : undefined;
    if (before?.toString() === this.router.createUrlTree([...then]).toString()) this.location.back();
    else await this.router.navigate(then, { replaceUrl: true });
  }

  /** The address of the person's page. */
  home(): string[] {
    return ['/mentor', this.id()?.() ?? ''];
  }
}
