import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { initialOf } from '@sala/domain/khmer';
import { troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { PIN_TRIES } from '@sala/web/data-device';
import { Belongings, OfflineReset } from '@sala/web/data-device/late';
import { ONE_TIME_DIGITS, Session } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';
import { Heading, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { CodeEntry } from './code-entry.js';
import { laterMessages } from './later-messages.js';
import { messages } from './messages.js';
import { PinChoice } from './pin-choice.js';
import { PinEntry } from './pin-entry.js';

type Step = 'pin' | 'ask' | 'code' | 'new-pin';

/** Opens a profile of this phone by its PIN; forgotten or locked, by a mentor's one-time code and a new PIN. */
@Component({
  selector: 'sala-pin-page',
  imports: [CodeEntry, Heading, Notice, Page, PinChoice, PinEntry],
  templateUrl: './pin-page.html',
})
export class PinPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly uplink = inject(Uplink);
  private readonly belongings = inject(Belongings);
  private readonly offline = inject(OfflineReset);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = { ...messages, ...laterMessages };
  protected readonly codeDigits = ONE_TIME_DIGITS;
  readonly personId = input.required<string>();
  /** Where to go afterwards. */
  readonly then = input<string>();
  /** The guest whose work becomes this person's. */
  readonly adopt = input<string>();
  /** Present when the PIN is known to be forgotten or locked. */
  readonly forgot = input<string>();
  private readonly asked = linkedSignal<Step>(() => (this.forgot() === undefined ? 'pin' : 'ask'));
  protected readonly code = signal('');
  protected readonly busy = signal(false);
  protected readonly wrong = signal<Message | undefined>(undefined);
  private readonly triesLeft = signal<number | undefined>(undefined);
  private refusedHere: TroubleCode = 'offline';
  private readonly now = signal(Date.now());
  protected readonly profile = computed(() => this.session.people().find((profile) => profile.personId === this.personId()));
  protected readonly name = computed(() => `${this.profile()?.person.familyName ?? ''} ${this.profile()?.person.givenName ?? ''}`);
  protected readonly initial = computed(() => initialOf(this.profile()?.person.familyName ?? ''));
  /** As this person entered it last. */
  protected readonly pictures = linkedSignal(() => this.profile()?.code === 'pictures');
  protected readonly locked = computed(() => (this.profile()?.wrongTries ?? 0) >= PIN_TRIES && !this.busy());
  protected readonly step = computed(() => (this.asked() === 'pin' && this.locked() ? 'ask' : this.asked()));
  protected readonly secondsLeft = computed(() => Math.max(0, Math.ceil(((this.profile()?.waitUntil ?? 0) - this.now()) / 1_000)));
  protected readonly problem = computed(() => {
    const left = this.triesLeft();
    const seconds = this.secondsLeft();
    if (seconds > 0) return this.say(messages.waitSeconds, { seconds });
    if (left !== undefined) return this.say(messages.wrongPin, { left });
    const wrong = this.wrong();
    return wrong && this.say(wrong);
  });

  constructor() {
    // Nothing guards a guest: there is no PIN to ask for.
    effect(() => {
      if (this.session.people().some((one) => one.personId === this.personId() && one.guest))
        untracked(() => this.session.openGuest(this.personId()) && void this.enter());
    });
    const clock = setInterval(() => this.now.set(Date.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected ask(step: Step): void {
    this.wrong.set(undefined);
    this.asked.set(step);
  }

  protected stepBack(): void {
    if (this.step() === 'pin' || this.locked() || !this.profile())
      void this.router.navigateByUrl(this.then() === '/group' ? '/group' : '/who');
    else this.ask('pin');
  }

  protected submitCode(): void {
    if (this.code().length === ONE_TIME_DIGITS) this.ask('new-pin');
    else this.wrong.set(laterMessages.moreOneTime);
  }

  protected async open(pin: string): Promise<void> {
    await this.working(async () => {
      const outcome = await this.session.openWithPin(this.personId(), pin);
      if (outcome.kind === 'opened') return this.enter();
      if (outcome.kind === 'ask-server') return void (await this.router.navigate(['/card'], { queryParams: { then: this.then() } }));
      this.triesLeft.set(outcome.kind === 'wrong' ? outcome.triesLeft : undefined);
    });
  }

  protected async reset(pin: string): Promise<void> {
    await this.working(async () => {
      const guestId = this.adopt();
      const adopting = guestId ? () => this.belongings.adoption(guestId) : undefined;
      const trouble = await this.session.resetPin(this.personId(), this.code(), pin, adopting);
      if (!trouble || (trouble.code === 'offline' && (await this.resetHere(pin)))) return this.enter();
      this.code.set('');
      this.ask('code');
      this.wrong.set(troubleMessages[trouble.code === 'offline' ? this.refusedHere : trouble.code]);
    });
  }

  /** Without a line the phone looks at the mentor's code itself. */
  private async resetHere(pin: string): Promise<boolean> {
    const outcome = await this.offline.take(this.personId(), this.code(), pin);
    this.refusedHere = outcome === 'no-proof' ? 'offline' : outcome === 'wait' ? 'too-many-tries' : 'one-time-code-refused';
    return outcome === 'opened' && (await this.session.openWithPin(this.personId(), pin)).kind === 'opened';
  }

  private async working(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
    } catch {
      this.wrong.set(messages.storeTrouble);
    } finally {
      this.busy.set(false);
      this.now.set(Date.now());
    }
  }

  private async enter(): Promise<void> {
    await this.session.enterCodeBy(this.personId(), this.pictures());
    this.uplink.soon(0);
    await this.router.navigateByUrl(this.then() ?? this.session.wayBack(this.personId()) ?? '/', { replaceUrl: true });
  }
}
