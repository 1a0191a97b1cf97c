import { inject, Injectable, signal } from '@angular/core';
import { UnderWay } from '@sala/web/ui';
import { PICTURES } from './pictures.js';

/** The speed of a slow reading. */
const SLOW = 0.8;

/** Plays one recorded sound of the package at a time; provided where it is used, so that leaving stops it. */
@Injectable()
export class Player {
  private readonly files = inject(PICTURES);
  private audio?: HTMLAudioElement;
  private file = '';
  /** Whether something is being played. */
  readonly playing = signal(false);
  /** Whether it is played slowly. */
  readonly slow = signal(false);
  /** Whether a sound could not be had or played. */
  readonly missing = signal(false);

  constructor() {
    inject(UnderWay).watch(() => this.playing());
  }

  /** Plays a file of the package, goes on with it, or pauses it. */
  async toggle(file: string): Promise<void> {
    if (this.playing()) return this.stop();
    if (this.file !== file || !this.audio) {
      const address = await this.files.addressOf(file).catch(() => undefined);
      this.missing.set(address === undefined);
      if (address === undefined) return;
      this.audio = new Audio(address);
      this.file = file;
      this.audio.onended = () => this.playing.set(false);
    }
    this.audio.playbackRate = this.slow() ? SLOW : 1;
    this.playing.set(true);
    await this.audio.play().catch(() => this.fail());
  }

  /** Changes between the speed of speech and four fifths of it, also while it plays. */
  changeSpeed(): void {
    this.slow.update((slow) => !slow);
    if (this.audio) this.audio.playbackRate = this.slow() ? SLOW : 1;
  }

  /** Pauses. */
  stop(): void {
    this.audio?.pause();
    this.playing.set(false);
  }

  private fail(): void {
    this.missing.set(true);
    this.playing.set(false);
  }
}
