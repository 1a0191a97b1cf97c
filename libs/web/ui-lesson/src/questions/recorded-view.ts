import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { Notice, Wording } from '@sala/web/ui';
import { VoiceIcon, VoiceNote, VoiceRecording } from '@sala/web/ui/voice';
import type { Answering } from '../answering.js';
import { RECORDINGS } from '../deeds.js';
import { messages } from '../messages.js';

/** An answer by voice or photo: it stays on the phone until the mentor has heard or seen it. */
@Component({
  selector: 'sala-recorded-question',
  imports: [Notice, VoiceIcon, VoiceNote],
  template: `
    @if (question().medium === 'voice') {
      <button
        type="button"
        class="button"
        [attr.aria-disabled]="answering().checked()"
        (click)="recording.isOn() ? recording.finish() : record()"
      >
        <sala-voice-icon [name]="recording.isOn() ? 'stop' : 'speak'" />{{ say(recording.isOn() ? words.stopVoice : words.speakNow) }}
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
      @if (recording.trouble() || isUnkept()) {
        <sala-notice tone="mind">{{ say(words.noRecording) }}</sala-notice>
      } @else if (recording.isOn()) {
        <p>{{ say(words.recording, { seconds: question().seconds }) }}</p>
      } @else if (isKept()) {
        <p class="strong">{{ say(words.recordingKept) }}</p>
      }
    </div>
    @if (photo(); as address) {
      <img [src]="address" [alt]="say(words.yourPhoto)" />
    } @else if (voice() && !recording.isOn()) {
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
  protected readonly recording = new VoiceRecording((voice) => void this.keep(voice));
  protected readonly isUnkept = signal(false);
  protected readonly isKept = computed(() => this.answering().response() !== undefined);
  /** What was just said or photographed, so that it can be heard or seen before it is given. */
  protected readonly voice = signal<Blob | undefined>(undefined);
  protected readonly photo = signal('');
  protected readonly find = (): Promise<Blob | undefined> => Promise.resolve(this.voice());

  constructor() {
    inject(DestroyRef).onDestroy(() => URL.revokeObjectURL(this.photo()));
  }

  protected async record(): Promise<void> {
    if (this.answering().checked() || !(await this.recording.begin(this.question().seconds))) return;
    // What is being said replaces what was said before; until it is whole there is nothing to check.
    this.answering().response.set(undefined);
    this.isUnkept.set(false);
  }

  protected async keep(recording: Blob | undefined): Promise<void> {
    if (!recording || recording.size === 0) return;
    try {
      const kept = await this.recordings.keep(recording);
      URL.revokeObjectURL(this.photo());
      if (this.question().medium === 'photo') this.photo.set(URL.createObjectURL(recording));
      else this.voice.set(recording);
      this.answering().response.set({ kind: 'recorded', medium: this.question().medium, kept });
      this.isUnkept.set(false);
    } catch {
      this.isUnkept.set(true);
    }
  }
}
