import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@sala/web/data-session';
import { Contact, Uplink, type UplinkState } from '@sala/web/data-sync';
import { Display, Wording } from '@sala/web/ui';
import { rare } from './late.js';
import { messages } from './messages.js';

/** How much care the way to the server asks for. */
export type StateTone = 'good' | 'wait' | 'care';

interface Line {
  tone: StateTone;
  sentence: string;
}

/** The way to the server in one sentence, with a colour and, when the learner likes, a tone: what waits, and when something was last sent. */
@Component({
  selector: 'sala-state-line',
  imports: [NgComponentOutlet, RouterLink],
  template: `
    <div aria-live="polite" class="stack tight">
      @if (line(); as line) {
        <p class="state" [class]="line.tone">{{ line.sentence }} {{ lastSent() }}</p>
      }
      @if (refused(); as count) {
        <p class="state care">{{ say(words.refused, { count }) }}</p>
      }
      @if (late(); as late) {
        <ng-container *ngComponentOutlet="late.StateMore" />
      }
    </div>
    @if (guest(); as guest) {
      <a class="button" routerLink="/card" [queryParams]="{ adopt: guest }">{{ say(words.haveCard) }}</a>
    } @else if (needsCard()) {
      <a class="button" routerLink="/card">{{ say(words.showCard) }}</a>
    } @else if (uplink.state().line === 'offline' && uplink.state().waiting > 0) {
      <a class="button" routerLink="/phones/send">{{ say(words.sendWithPhone) }}</a>
    }
  `,
})
export class StateLine {
  private readonly contact = inject(Contact);
  private readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly uplink = inject(Uplink);
  private readonly learner = inject(Session).learner;
  /** The id of a guest: their work waits for a card. */
  protected readonly guest = computed(() => (this.learner()?.guest ? this.learner()?.personId : undefined));
  /** What a first visit does without: it has sent nothing yet. */
  protected readonly late = signal<Awaited<ReturnType<typeof rare>> | undefined>(undefined);
  protected readonly refused = computed(() => this.uplink.state().refused);
  /** The phone was turned away, or it may no longer speak for this learner; the others' work goes out all the same. */
  protected readonly needsCard = computed(() => this.uplink.state().line === 'card-needed' || this.uplink.state().held > 0);
  protected readonly line = computed(() => this.sentence(this.uplink.state()));
  protected readonly lastSent = computed(() => {
    const when = this.late()?.whenSent(this.contact.sentAt(), this.contact.now());
    return when && this.say(when);
  });

  constructor() {
    effect(() => {
      if (this.contact.sentAt() > 0 || this.contact.fault() || this.refused() > 0)
        void rare().then(
          (late) => this.late.set(late),
          () => undefined,
        );
    });
    let before: StateTone | undefined;
    effect(() => {
      const tone = this.line()?.tone;
      if (before && tone && tone !== before && untracked(this.display.sounds) === 'on') void rare().then(({ playTone }) => playTone(tone));
      before = tone ?? before;
    });
  }

  private sentence({ line, waiting }: UplinkState): Line | undefined {
    if (this.guest()) return { tone: 'wait', sentence: this.say(messages.guestKept) };
    if (this.needsCard()) return { tone: 'care', sentence: this.say(messages.cardNeeded) };
    if (line === 'offline')
      return { tone: 'wait', sentence: waiting > 0 ? this.say(messages.offlineWaiting, { count: waiting }) : this.say(messages.offline) };
    if (line === 'trouble') return { tone: 'wait', sentence: this.say(messages.lineTrouble) };
    if (line === 'sending') return { tone: 'wait', sentence: this.say(messages.sending) };
    if (waiting > 0) return { tone: 'wait', sentence: this.say(messages.waiting, { count: waiting }) };
    return line === 'reached' ? { tone: 'good', sentence: this.say(messages.sent) } : undefined;
  }
}
