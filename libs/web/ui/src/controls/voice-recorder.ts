import { Component, computed, DestroyRef, inject, input, model, signal } from '@angular/core';
import { UnderWay } from '../layout/under-way.js';
import { voiceMessages } from '../voice-messages.js';
import { Wording } from '../words/wording.js';
import { Icon } from './icon.js';
import { Notice } from './notice.js';
import { VoiceNote } from './voice-note.js';

const VOICE_BITS = 24_000;

/** Records a short voice, lets it be heard and recorded anew. Stores nothing. */
@Component({
  selector: 'sala-voice-recorder',
  imports: [Icon, Notice, VoiceNote],
  host: { class: 'stack' },
  template: `
    <button type="button" class="tile" [attr.aria-pressed]="recorder() !== undefined" (click)="recorder() ? stop() : record()">
      <sala-icon [name]="recorder() ? 'tick' : 'listen'" />{{ label() }}
    </button>
    <div aria-live="polite">
      @if (trouble()) {
        <sala-notice tone="mind">{{ say(words.noMicrophone) }}</sala-notice>
      } @else if (voice()) {
        <p class="strong">{{ say(words.recorded) }}</p>
      }
    </div>
    @if (voice()) {
      <sala-voice-note [find]="find" />
    }
  `,
})
export class VoiceRecorder {
  protected readonly say = inject(Wording).say;
  protected readonly words = voiceMessages;
  /** The longest voice in seconds. */
  readonly seconds = input(20);
  /** What was recorded. */
  readonly voice = model<Blob>();
  protected readonly recorder = signal<MediaRecorder | undefined>(undefined);
  protected readonly trouble = signal(false);
  protected readonly label = computed(() => {
    if (this.recorder()) return this.say(voiceMessages.recording);
    return this.voice() ? this.say(voiceMessages.again) : this.say(voiceMessages.record, { seconds: this.seconds() });
  });
  protected readonly find = (): Promise<Blob | undefined> => Promise.resolve(this.voice());
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
    inject(UnderWay).watch(() => this.recorder() !== undefined);
  }

  protected async record(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: VOICE_BITS });
      recorder.ondataavailable = ({ data }) => data.size > 0 && this.voice.set(data);
      recorder.onstop = () => stream.getTracks().forEach((track) => track.stop());
      recorder.start();
      this.recorder.set(recorder);
      this.trouble.set(false);
      this.timer = setTimeout(() => this.stop(), this.seconds() * 1_000);
    } catch {
      this.trouble.set(true);
    }
  }

  protected stop(): void {
    clearTimeout(this.timer);
    if (this.recorder()?.state === 'recording') this.recorder()?.stop();
    this.recorder.set(undefined);
  }
}
