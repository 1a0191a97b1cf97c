import { Component, computed, inject, Injector, input, signal, viewChild } from '@angular/core';
import { Location } from '@angular/common';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { ShowCardReply } from '@sala/contract/dto';
import { initialOf } from '@sala/domain/khmer';
import { troubleMessages, type Trouble } from '@sala/web/data-api';
import { canVerifyPins } from '@sala/web/data-device';
import { digitsOf, isPlausibleCardCode, Session, type Adopting } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';
import { Busy, Heading, Icon, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { CardCodeStep } from './card-code-step.js';
import { rare } from './late.js';
import { messages } from './messages.js';
import { PinChoice } from './pin-choice.js';
import { PinEntry } from './pin-entry.js';

/** A person arrives on this phone by card: code, "is this you?", PIN. */
@Component({
  selector: 'sala-card-page',
  imports: [Busy, CardCodeStep, Heading, Icon, Notice, Page, PinChoice, PinEntry, RouterLink],
  templateUrl: './card-page.html',
})
export class CardPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly uplink = inject(Uplink);
  private readonly injector = inject(Injector);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = messages;
  private readonly codeStep = viewChild(CardCodeStep);
  private readonly pinChoice = viewChild(PinChoice);
  /** Where to go afterwards. */
  readonly then = input<string>();
  /** The guest whose work becomes that of the card's person. */
  readonly adopt = input<string>();
  protected readonly step = signal<'code' | 'looking' | 'confirm' | 'pin'>('code');
  protected readonly code = signal('');
  protected readonly pictures = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Message | undefined>(undefined);
  protected readonly pinProblem = signal<string | undefined>(undefined);
  protected readonly shown = signal<ShowCardReply | undefined>(undefined);
  protected readonly name = computed(() => `${this.shown()?.person.familyName ?? ''} ${this.shown()?.person.givenName ?? ''}`);
  protected readonly latinName = computed(() =>
    `${this.shown()?.person.familyNameLatin ?? ''} ${this.shown()?.person.givenNameLatin ?? ''}`.trim(),
  );
  protected readonly initial = computed(() => initialOf(this.name().split(' ')[0] ?? ''));
  protected readonly back = computed(() => (this.session.people().length > 0 ? '/who' : undefined));
  protected readonly mustShowEachTime = !canVerifyPins();

  constructor() {
    inject(ActivatedRoute)
      .fragment.pipe(takeUntilDestroyed())
      .subscribe((fragment) => this.arrive(fragment ?? ''));
    void this.session.start().catch(() => this.problem.set(messages.storeTrouble));
  }

  /** Takes up a card whose address was opened from the phone's camera. */
  private arrive(fragment: string): void {
    const code = digitsOf(fragment);
    // The address of a card is its secret: it leaves the address bar and the history at once.
    if (fragment) this.location.replaceState('/card');
    if (isPlausibleCardCode(code)) void this.show(code);
  }

  protected submit(): void {
    this.codeStep()?.submit();
  }

  protected async show(code: string): Promise<void> {
    this.step.set('looking');
    this.code.set(code);
    const shown = await this.session.showCard(code);
    if (!shown.ok) return this.returnToCode(troubleMessages[shown.trouble.code]);
    if (!this.adopt() && this.session.isFull(shown.value.person.id)) return this.returnToCode(messages.phoneFull);
    this.shown.set(shown.value);
    this.step.set('confirm');
  }

  protected returnToCode(problem?: Message): void {
    this.problem.set(problem);
    if (!problem) this.code.set('');
    this.step.set('code');
  }

  protected async open(pin: string): Promise<void> {
    const ticket = this.shown()?.ticket;
    if (!ticket || this.busy()) return;
    this.busy.set(true);
    try {
      const trouble = await this.session.openWithCard(ticket, pin, this.adopting());
      if (trouble) return this.refused(trouble);
      await this.session.enterCodeBy(this.shown()?.person.id ?? '', this.pictures());
      this.uplink.soon(0);
      await this.router.navigateByUrl(this.then() ?? '/', { replaceUrl: true });
    } catch {
      this.pinProblem.set(this.say(messages.storeTrouble));
    } finally {
      this.busy.set(false);
      this.pinChoice()?.begin();
    }
  }

  private adopting(): Adopting | undefined {
    const guestId = this.adopt();
    return guestId ? async () => this.injector.get((await rare()).Belongings).adoption(guestId) : undefined;
  }

  /** A mentor's one-time code helps, also for somebody who is not on this phone yet. */
  protected forgot(): void {
    void this.router.navigate(['/pin', this.shown()?.person.id], { queryParams: { forgot: '', then: this.then(), adopt: this.adopt() } });
  }

  private refused(trouble: Trouble): void {
    if (trouble.code === 'pin-locked') return this.forgot();
    if (trouble.code === 'ticket-expired') return this.returnToCode(troubleMessages[trouble.code]);
    const { triesLeft, retryAfter } = trouble;
    if (retryAfter) this.pinProblem.set(this.say(messages.waitSeconds, { seconds: retryAfter }));
    else if (triesLeft) this.pinProblem.set(this.say(messages.wrongPin, { left: triesLeft }));
    else this.pinProblem.set(this.say(troubleMessages[trouble.code]));
  }
}
