import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { latinDigits } from '@sala/domain/khmer';
import { troubleMessages, type Trouble } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

const AGAIN_MS = 3_000;

/** Staff sign in with all three parts at once; what is not right yet is said in its place, and nothing typed is lost. */
@Component({
  selector: 'sala-sign-in-page',
  imports: [Heading, Notice],
  templateUrl: './sign-in-page.html',
  host: { '(window:online)': 'again()' },
})
export class SignInPage {
  protected readonly session = inject(StaffSession);
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  /** Where one was when the session ended; only a page of the studio itself. */
  readonly to = input<string>();
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly shown = signal(false);
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  private readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly digits = computed(() => latinDigits(this.code()).replace(/\s/g, ''));
  protected readonly emailProblem = computed(() => (/^\S+@\S+\.\S+$/.test(this.email().trim()) ? undefined : messages.emailNeeded));
  protected readonly passwordProblem = computed(() => (this.password() === '' ? messages.passwordNeeded : undefined));
  protected readonly codeProblem = computed(() => (/^\d{6}$/.test(this.digits()) ? undefined : messages.codeNeeded));
  protected readonly problem = computed(() => {
    const trouble = this.trouble();
    if (!trouble) return undefined;
    return trouble.retryAfter ? this.say(messages.waitSeconds, { seconds: trouble.retryAfter }) : this.say(troubleMessages[trouble.code]);
  });

  constructor() {
    // A computer says that it has a line a moment before it has one.
    const asking = setInterval(() => void this.again(), AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(asking));
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    if (this.busy() || (this.emailProblem() ?? this.passwordProblem() ?? this.codeProblem())) return;
    this.busy.set(true);
    const trouble = await this.session.signIn({ email: this.email().trim(), password: this.password(), code: this.digits() });
    this.busy.set(false);
    this.trouble.set(trouble);
    // A code of the authenticator is good only once.
    if (trouble) this.code.set('');
    else await this.goOn();
    this.asked.set(false);
  }

  /** The line may be back: whose session is still good goes on without signing in. */
  protected async again(): Promise<void> {
    if (this.session.isReached()) return;
    await this.session.again();
    if (this.session.staff()) await this.goOn();
  }

  private goOn(): Promise<boolean> {
    return this.router.navigateByUrl(/^\/(?!\/)/.test(this.to() ?? '') ? (this.to() ?? '') : this.home(), { replaceUrl: true });
  }

  /** Who makes no courses begins with the people. */
  private home(): string {
    return this.session.staff()?.roles.every(({ role }) => role === 'officer') ? '/people' : '/';
  }
}
