import { computed, Injectable, signal } from '@angular/core';
import { clockFault } from '@sala/domain/learning';
import { keepNote, noteOf } from './notes.js';

const SENT = 'sala.sent';
const DAY = 'sala.day';
const DAY_MS = 86_400_000;

/** What is known of meetings with the server: when something was last taken there, and how its clock differs from this phone's. Only words on the screen hang on it. */
@Injectable({ providedIn: 'root' })
export class Contact {
  private readonly builtAt = Date.parse(document.querySelector<HTMLMetaElement>('meta[name=built]')?.content ?? '');
  private readonly sent = signal(Number(noteOf(SENT)));
  private readonly ahead = signal<number | undefined>(undefined);
  /** When the server last took something, by its clock (epoch ms); 0 when it never did. */
  readonly sentAt = this.sent.asReadonly();
  /** How this phone's clock is wrong, if it is. */
  readonly fault = computed(() => clockFault(Date.now(), { ahead: this.ahead(), builtAt: this.builtAt }));

  /** The server has answered; `tookSomething` when events were among what it took. */
  met(serverTime: number | undefined, tookSomething: boolean): void {
    if (serverTime !== undefined) this.ahead.set(Date.now() - serverTime);
    if (!tookSomething) return;
    this.sent.set(serverTime ?? Date.now());
    keepNote(SENT, String(this.sent()));
  }

  /** Whether a day has begun, by the server's clock, since this was last true; at first only the beginning is remembered. */
  isNewDay(): boolean {
    if (this.ahead() === undefined) return false;
    const [before, now] = [Number(noteOf(DAY)), this.now().getTime()];
    if (before > 0 && Math.abs(now - before) < DAY_MS) return false;
    keepNote(DAY, String(now));
    return before > 0;
  }

  /** Now, by the server's clock as far as it is known. */
  now(): Date {
    return new Date(Date.now() - (this.ahead() ?? 0));
  }
}
