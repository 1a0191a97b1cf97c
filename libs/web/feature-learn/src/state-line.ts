import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@sala/web/data-session';
import { Uplink, type UplinkState } from '@sala/web/data-sync';
import { Wording } from '@sala/web/ui';
import { messages } from './messages.js';

interface Line {
  tone: 'good' | 'wait' | 'care';
  sentence: string;
}

/** The way to the server in one sentence, with a colour. */
@Component({
  selector: 'sala-state-line',
  imports: [RouterLink],
  template: `
    <div aria-live="polite" class="stack tight">
      @if (line(); as line) {
        <p class="state" [class]="line.tone">{{ line.sentence }}</p>
      }
      @if (refused(); as count) {
        <p class="state care">{{ say(words.refused, { count }) }}</p>
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
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly uplink = inject(Uplink);
  private readonly learner = inject(Session).learner;
  /** The id of a guest: their work waits for a card. */
  protected readonly guest = computed(() => (this.learner()?.guest ? this.learner()?.personId : undefined));
  protected readonly refused = computed(() => this.uplink.state().refused);
  /** The phone was turned away, or it may no longer speak for this learner; the others' work goes out all the same. */
  protected readonly needsCard = computed(() => this.uplink.state().line === 'card-needed' || this.uplink.state().held > 0);
  protected readonly line = computed(() => this.sentence(this.uplink.state()));

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
