import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { Notice, UnderWay, Wording } from '@sala/web/ui';
import { VoiceIcon, VoiceNote } from '@sala/web/ui/voice';
import type { Answering } from '../answering.js';
import { RECORDINGS } from '../deeds.js';
import { messages } from '../messages.js';

const VOICE_BITS = 24_000;

/** An answer by voice or photo: it stays on the phone until the mentor has heard or seen it. */
@Component({
  selector: 'sala-recorded-question',
  imports: [Notice, VoiceIcon, VoiceNote],
  template: `
    @if (question().medium === 'voice') {
      <button type="button" class="button" [attr.aria-disabled]="answering().checked()" (click)="recorder() ? stop() : record()">
        <sala-voice-icon [name]="recorder() ? 'stop' : 'speak'" />{{ say(recorder() ? words.stopVoice : words.speakNow) }}
      </button>
    } @else {
      <label class="button">
        {{ say(words.takePhoto)
        }}<input
          #file
          class="unseen"
          type="file"
          accept="image/*"
          capture="environment"
          [disabled]="answering().checked()"
          (change)="keep(file.files?.[0])"
        />
      </label>
    }
    <div aria-live="polite">
      @if (trouble()) {
        <sala-notice tone="mind">{{ say(words.noRecording) }}</sala-notice>
      } @else if (recorder()) {
        <p>{{ say(words.recording, { seconds: question().seconds }) }}</p>
      } @else if (isKept()) {
        <p class="strong">{{ say(words.recordingKept) }}</p>
      }
    </div>
    @if (photo(); as address) {
      <img [src]="address" [alt]="say(words.yourPhoto)" />
    } @else if (voice() && !recorder()) {
      <sala-voice-note [find]="find" />
    }
  `,
})
export class RecordedView {
  private readonly recordings = inject(RECORDINGS);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<QuestionOf<'recorded'>>();
  readonly answering = input.required<Answering>();
  protected readonly recorder = signal<MediaRecorder | undefined>(undefined);
  protected readonly trouble = signal(false);
  protected readonly isKept = computed(() => this.answering().response() !== undefined);
  /** What was just said or photographed, so that it can be heard or seen before it is given. */
  protected readonly voice = signal<Blob | undefined>(undefined);
  protected readonly photo = signal('');
  protected readonly find = (): Promise<Blob | undefined> => Promise.resolve(this.voice());
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop();
      URL.revokeObjectURL(this.photo());
    });
    inject(UnderWay).watch(() => this.recorder() !== undefined);
  }

  protected async record(): Promise<void> {
    if (this.answering().checked()) return;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: VOICE_BITS });
      recorder.ondataavailable = (event) => void this.keep(event.data);
      recorder.onstop = () => stream.getTracks().forEach((track) => track.stop());
      recorder.start();
      this.recorder.set(recorder);
      // What is being said replaces what was said before; until it is whole there is nothing to check.
      this.answering().response.set(undefined);
      this.trouble.set(false);
      this.timer = setTimeout(() => this.stop(), this.question().seconds * 1_000);
    } catch {
      this.trouble.set(true);
    }
  }

  protected stop(): void {
    clearTimeout(this.timer);
    if (this.recorder()?.state === 'recording') this.recorder()?.stop();
    this.recorder.set(undefined);
  }

  protected async keep(recording: Blob | undefined): Promise<void> {
    if (!recording || recording.size === 0) return;
    try {
      const kept = await this.recordings.keep(recording);
      URL.revokeObjectURL(this.photo());
      if (this.question().medium === 'photo') this.photo.set(URL.createObjectURL(recording));
      else this.voice.set(recording);
      this.answering().response.set({ kind: 'recorded', medium: this.question().medium, kept });
    } catch {
      this.trouble.set(true);
    }
  }
}
