import { afterNextRender, Component, computed, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { StaffSession } from '@sala/web/data-session';
import { Display, Icon, Logo, Notice, OfflineShell, uiMessages, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** The studio and the frame of its pages: where one is, who one is, the language, and the way out. */
@Component({
  selector: 'sala-studio',
  imports: [Icon, Logo, Notice, RouterLink, RouterLinkActive, RouterOutlet],
  host: { class: 'studio' },
  template: `
    <header class="studio-side not-printed">
      <div class="krama"></div>
      <div class="studio-name">
        <sala-logo /><span class="strong">{{ say(words.studio) }}</span>
      </div>
      @if (session.staff(); as staff) {
        <nav class="studio-parts" [attr.aria-label]="say(words.parts)">
          <a class="tile" routerLink="/" routerLinkActive="here" [routerLinkActiveOptions]="{ exact: true }" ariaCurrentWhenActive="page"
            ><sala-icon name="book" />{{ say(words.courses) }}</a
          >
          @if (isOfficer()) {
            <a class="tile" routerLink="/people" routerLinkActive="here" ariaCurrentWhenActive="page"
              ><sala-icon name="people" />{{ say(words.people) }}</a
            >
            <a class="tile" routerLink="/reports" routerLinkActive="here" ariaCurrentWhenActive="page"
              ><sala-icon name="progress" />{{ say(words.reports) }}</a
            >
            <a class="tile" routerLink="/data-price" routerLinkActive="here" ariaCurrentWhenActive="page"
              ><sala-icon name="download" />{{ say(words.price) }}</a
            >
          }
        </nav>
      }
      <div class="studio-foot">
        @if (session.staff(); as staff) {
          <p class="small">{{ staff.person.familyName }} {{ staff.person.givenName }}</p>
        }
        <button type="button" class="tile" (click)="otherLanguage()" [attr.lang]="display.language() === 'km' ? 'en' : 'km'">
          {{ say(display.language() === 'km' ? words.inEnglish : words.inKhmer) }}
        </button>
        @if (session.staff()) {
          <button type="button" class="tile" (click)="leave()"><sala-icon name="leave" />{{ say(words.signOut) }}</button>
        }
      </div>
    </header>
    <main class="studio-main">
      @if (shell.mustStartAgain()) {
        <sala-notice tone="mind">
          <p>{{ say(ui.startAgain) }}</p>
          <button type="button" class="button" (click)="startAgain()">{{ say(ui.startAgainButton) }}</button>
        </sala-notice>
      }
      <router-outlet />
    </main>
  `,
})
export class StudioFrame {
  private readonly router = inject(Router);
  protected readonly session = inject(StaffSession);
  protected readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly ui = uiMessages;
  protected readonly shell = inject(OfflineShell);

  /** Whether this member of staff sees people and sets the price of data; the server asks again. */
  protected readonly isOfficer = computed(() =>
    this.session.staff()?.roles.some(({ role }) => role === 'officer' || role === 'administrator'),
  );

  constructor() {
    afterNextRender(() => this.shell.start());
  }

  protected startAgain(): void {
    location.reload();
  }

  protected otherLanguage(): void {
    this.display.language.set(this.display.language() === 'km' ? 'en' : 'km');
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
