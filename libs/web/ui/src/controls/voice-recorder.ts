import { Component, computed, inject, input, model } from '@angular/core';
import { voiceMessages } from '../voice-messages.js';
import { Wording } from '../words/wording.js';
import { Notice } from './notice.js';
import { VoiceIcon } from './voice-icon.js';
import { VoiceNote } from './voice-note.js';
import { VoiceRecording } from './voice-recording.js';

/** Records a short voice, lets it be heard and recorded anew. Stores nothing. */
@Component({
  selector: 'sala-voice-recorder',
  imports: [Notice, VoiceIcon, VoiceNote],
  host: { class: 'stack' },
  template: `
    <button
      type="button"
      class="tile"
      [attr.aria-pressed]="recording.isOn()"
      (click)="recording.isOn() ? finish() : recording.begin(seconds())"
    >
      <sala-voice-icon [name]="recording.isOn() ? 'stop' : 'speak'" />{{ label() }}
    </button>
    <div aria-live="polite">
      @if (recording.trouble()) {
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
  protected readonly recording = new VoiceRecording((voice) => this.voice.set(voice));
  protected readonly label = computed(() => {
    if (this.recording.isOn()) return this.say(voiceMessages.recording);
    return this.voice() ? this.say(voiceMessages.again) : this.say(voiceMessages.record, { seconds: this.seconds() });
  });
  protected readonly find = (): Promise<Blob | undefined> => Promise.resolve(this.voice());

  /** Ends a recording that still goes on, and waits until its voice is there. */
  finish(): Promise<void> {
    return this.recording.finish();
  }
}
