import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { UnderWay } from '../layout/under-way.js';
import { voiceMessages } from '../voice-messages.js';
import { Wording } from '../words/wording.js';
import { Icon } from './icon.js';
import { Notice } from './notice.js';

/** Plays what a person said. */
@Component({
  selector: 'sala-voice-note',
  imports: [Icon, Notice],
  host: { class: 'stack' },
  template: `
    <button type="button" class="tile" [attr.aria-pressed]="playing()" (click)="toggle()">
      <sala-icon [name]="playing() ? 'pause' : 'listen'" />{{ say(playing() ? words.stop : words.play) }}
    </button>
    <div aria-live="polite">
      @if (missing()) {
        <sala-notice tone="mind">{{ say(words.notHere) }}</sala-notice>
      }
    </div>
  `,
})
export class VoiceNote {
  protected readonly say = inject(Wording).say;
  protected readonly words = voiceMessages;
  /** Finds the voice; undefined while it is not on this phone. */
  readonly find = input.required<() => Promise<Blob | undefined>>();
  protected readonly playing = signal(false);
  protected readonly missing = signal(false);
  private audio?: HTMLAudioElement;
  private address = '';

  constructor() {
    inject(UnderWay).watch(() => this.playing());
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected async toggle(): Promise<void> {
    if (this.playing()) return this.stop();
    const voice = await this.find()().catch(() => undefined);
    this.missing.set(!voice);
    if (!voice) return;
    this.address = URL.createObjectURL(voice);
    this.audio = new Audio(this.address);
    this.audio.onended = () => this.stop();
    this.playing.set(true);
    await this.audio.play().catch(() => this.stop());
  }

  private stop(): void {
    this.audio?.pause();
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = '';
    this.playing.set(false);
  }
}
