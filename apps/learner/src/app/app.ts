import { afterNextRender, Component, inject, signal } from '@angular/core';
import { NavigationError, NavigationStart, Router, RouterOutlet } from '@angular/router';
import { ServerNews } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';
import { Logo, Notice, OfflineShell, uiMessages, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** The learner app: reads what is on the phone, then shows pages; the network works in the background. */
@Component({
  selector: 'sala-root',
  imports: [Logo, Notice, RouterOutlet],
  template: `
    @if (shell.mustStartAgain()) {
      <div class="start-again">
        <sala-notice tone="mind">
          <p>{{ say(ui.startAgain) }}</p>
          <button type="button" class="button" (click)="startAgain()">{{ say(ui.startAgainButton) }}</button>
        </sala-notice>
      </div>
    }
    @if (lost()) {
      <div class="start-again" role="alert">
        <sala-notice tone="mind">{{ say(words.notHere) }}</sala-notice>
      </div>
    }
    @if (broken()) {
      <main class="content">
        <div class="middle-of-page">
          <sala-logo />
          <h1>{{ say(words.storeTrouble) }}</h1>
          <button type="button" class="button primary" (click)="startAgain()">{{ say(ui.startAgainButton) }}</button>
        </div>
      </main>
    } @else {
      <router-outlet />
    }
  `,
})
export class App {
  private readonly uplink = inject(Uplink);
  protected readonly shell = inject(OfflineShell);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly ui = uiMessages;
  protected readonly broken = signal(false);
  /** Whether the page that was tapped for last could not be fetched. */
  protected readonly lost = signal(false);

  constructor() {
    const [session, news] = [inject(Session), inject(ServerNews)];
    Promise.all([session.start(), news.load()]).then(
      () => this.uplink.start(),
      () => this.broken.set(true),
    );
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.lost.set(false);
      if (event instanceof NavigationError) this.lost.set(true);
    });
    afterNextRender(() => this.shell.start());
  }

  protected startAgain(): void {
    location.reload();
  }
}
