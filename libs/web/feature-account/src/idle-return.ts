import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { IDLE_MS, Session } from '@sala/web/data-session';
import { UnderWay } from '@sala/web/ui';

const LOOK_EVERY_MS = 10_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/** Returns to the faces when nobody has touched the phone for a while, unless something plays or is being recorded. */
@Injectable({ providedIn: 'root' })
export class IdleReturn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly underWay = inject(UnderWay);
  private touched = Date.now();
  private started = false;

  /** Begins to watch a phone that was last touched at a moment (epoch ms), as far as is known; once is enough. */
  start(touched = Date.now()): void {
    if (this.started) return;
    this.started = true;
    this.touched = touched;
    for (const touch of TOUCHES) document.addEventListener(touch, () => (this.touched = Date.now()), { capture: true, passive: true });
    // A sleeping phone runs no timers: what it missed is made up for before anybody else reads the screen.
    document.addEventListener('visibilitychange', () => this.look());
    setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  private look(): void {
    const now = Date.now();
    // A clock that was set back makes nobody wait for years.
    if (!this.session.learner() || this.isGoingOn() || now < this.touched) this.touched = now;
    if (now - this.touched < IDLE_MS) return this.session.touchedAt(this.touched);
    this.session.wentAway(this.router.url);
    void this.router.navigateByUrl('/who', { replaceUrl: true });
  }

  private isGoingOn(): boolean {
    const clips = [...document.querySelectorAll<HTMLMediaElement>('video, audio')];
    return this.underWay.any() || clips.some((clip) => !clip.paused) || globalThis.speechSynthesis?.speaking === true;
  }
}
