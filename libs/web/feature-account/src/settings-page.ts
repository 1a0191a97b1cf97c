import { NgComponentOutlet } from '@angular/common';
import { Component, inject, resource, signal } from '@angular/core';
import { RouterLink, Router } from '@angular/router';
import { troubleMessages } from '@sala/web/data-api';
import { EventLog, type StoredProfile } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Display, Heading, Icon, LanguageChoice, Notice, Page, TextSizeChoice, THEMES, Wording, type Message } from '@sala/web/ui';
import { messages } from './messages.js';
import { SETTINGS_PARTS } from './settings-parts.js';

/** How this phone shows Sala, and who is on it. */
@Component({
  selector: 'sala-settings-page',
  imports: [Heading, Icon, LanguageChoice, NgComponentOutlet, Notice, Page, RouterLink, TextSizeChoice],
  templateUrl: './settings-page.html',
})
export class SettingsPage {
  private readonly log = inject(EventLog);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = messages;
  protected readonly themes = THEMES;
  protected readonly parts = resource({ loader: inject(SETTINGS_PARTS) });
  protected readonly leaving = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Message | undefined>(undefined);

  protected changePerson(): void {
    this.session.close();
    void this.router.navigateByUrl('/who', { replaceUrl: true });
  }

  protected async leave(profile: StoredProfile): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const problem = await this.tryToLeave(profile).catch((): Message => messages.storeTrouble);
    this.busy.set(false);
    this.problem.set(problem);
    if (!problem) await this.router.navigateByUrl('/', { replaceUrl: true });
  }

  private async tryToLeave(profile: StoredProfile): Promise<Message | undefined> {
    const { waiting } = await this.log.counts(profile.personId);
    if (waiting > 0) return messages.leaveWaits;
    const trouble = await this.session.leavePhone(profile);
    return trouble && troubleMessages[trouble.code];
  }
}
