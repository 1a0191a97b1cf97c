import { Component, computed, DestroyRef, inject, input, model, signal } from '@angular/core';
import { UnderWay } from '../layout/under-way.js';
import { voiceMessages } from '../voice-messages.js';
import { Wording } from '../words/wording.js';
import { Notice } from './notice.js';
import { VoiceIcon } from './voice-icon.js';
import { VoiceNote } from './voice-note.js';

const VOICE_BITS = 24_000;

/** Records a short voice, lets it be heard and recorded anew. Stores nothing. */
@Component({
  selector: 'sala-voice-recorder',
  imports: [Notice, VoiceIcon, VoiceNote],
  host: { class: 'stack' },
  template: `
    <button type="button" class="tile" [attr.aria-pressed]="recorder() !== undefined" (click)="recorder() ? finish() : record()">
      <sala-voice-icon [name]="recorder() ? 'stop' : 'speak'" />{{ label() }}
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
  private asking = false;
  private isLeft = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isLeft = true;
      void this.finish();
    });
    inject(UnderWay).watch(() => this.recorder() !== undefined);
  }

  /** Ends a recording that still goes on, and waits until its voice is there. */
  async finish(): Promise<void> {
    const recorder = this.recorder();
    clearTimeout(this.timer);
    this.recorder.set(undefined);
    if (recorder?.state !== 'recording') return;
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.stop();
    await ended;
  }

  protected async record(): Promise<void> {
    // Until the microphone is allowed a second tap would begin a second recording.
    if (this.asking) return;
    this.asking = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      // Whoever left while the phone asked for the microphone is not to be listened to.
      if (this.isLeft) return stream.getTracks().forEach((track) => track.stop());
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: VOICE_BITS });
      recorder.ondataavailable = ({ data }) => data.size > 0 && this.voice.set(data);
      recorder.onstop = () => stream.getTracks().forEach((track) => track.stop());
      recorder.start();
      this.recorder.set(recorder);
      this.trouble.set(false);
      this.timer = setTimeout(() => void this.finish(), this.seconds() * 1_000);
    } catch {
      this.trouble.set(true);
    } finally {
      this.asking = false;
    }
  }
}
