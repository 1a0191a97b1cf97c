import { NgComponentOutlet } from '@angular/common';
import { Component, inject, resource, signal } from '@angular/core';
import { RouterLink, Router } from '@angular/router';
import { troubleMessages } from '@sala/web/data-api';
import type { StoredProfile } from '@sala/web/data-device';
import type { Unsent } from '@sala/web/data-device/late';
import { Session } from '@sala/web/data-session';
import { Display, Heading, Icon, LanguageChoice, Notice, Page, TextSizeChoice, THEMES, Wording, type Message } from '@sala/web/ui';
import { Leaving } from './leaving.js';
import { laterMessages } from './later-messages.js';
import { messages } from './messages.js';
import { SETTINGS_PARTS } from './settings-parts.js';

/** How this phone shows Sala, and who is on it. */
@Component({
  selector: 'sala-settings-page',
  imports: [Heading, Icon, LanguageChoice, NgComponentOutlet, Notice, Page, RouterLink, TextSizeChoice],
  templateUrl: './settings-page.html',
})
export class SettingsPage {
  private readonly departure = inject(Leaving);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = { ...messages, ...laterMessages };
  protected readonly themes = THEMES;
  protected readonly parts = resource({ loader: inject(SETTINGS_PARTS) });
  /** Whether the person is asked if they are sure. */
  protected readonly leaving = signal(false);
  /** What would be lost, once the person has said that they are sure. */
  protected readonly losing = signal<Unsent | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Message | undefined>(undefined);

  protected changePerson(): void {
    this.session.close();
    void this.router.navigateByUrl('/who', { replaceUrl: true });
  }

  /** Leaves at once when nothing is lost by it; else what would be lost is said first. */
  protected leave(profile: StoredProfile): Promise<void> {
    return this.working(async () => {
      const unsent = await this.departure.unsent(profile);
      if (unsent.lessons + unsent.recordings === 0) return this.goFromHere(profile);
      this.losing.set(unsent);
      return undefined;
    });
  }

  protected send(profile: StoredProfile): Promise<void> {
    return this.working(async () => {
      const unsent = await this.departure.send(profile);
      if (unsent.lessons + unsent.recordings === 0) return this.goFromHere(profile);
      this.losing.set(unsent);
      return unsent.lessons > 0 ? laterMessages.leaveNotSent : undefined;
    });
  }

  protected leaveLosing(profile: StoredProfile): Promise<void> {
    return this.working(() => this.goFromHere(profile));
  }

  protected stay(): void {
    this.leaving.set(false);
    this.losing.set(undefined);
    this.problem.set(undefined);
  }

  private async goFromHere(profile: StoredProfile): Promise<Message | undefined> {
    const trouble = await this.departure.leave(profile);
    if (trouble) return troubleMessages[trouble.code];
    await this.router.navigateByUrl('/', { replaceUrl: true });
    return undefined;
  }

  private async working(work: () => Promise<Message | undefined>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(await work().catch((): Message => messages.storeTrouble));
    this.busy.set(false);
  }
}
