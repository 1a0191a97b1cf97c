import { Component, computed, inject, input } from '@angular/core';
import type { StoredWord } from '@sala/web/data-device';
import { VoiceBox } from '@sala/web/data-sync/mentoring';
import { Display, Listen, Wording, type Message } from '@sala/web/ui';
import { VoiceNote } from '@sala/web/ui/voice';
import { mentorMessages } from './mentor-messages.js';

/** What a mentor said to the learner: in words, by voice, or that it was settled face to face. */
@Component({
  selector: 'sala-mentor-answer',
  imports: [Listen, VoiceNote],
  host: { class: 'stack' },
  template: `
    <p class="small strong">{{ say(words.fromMentor, { name: soften(name()) }) }}</p>
    @if (text(); as text) {
      <div class="row">
        <sala-listen [text]="text" />
        <p class="rest">{{ text }}</p>
      </div>
    }
    @if (voice()) {
      <sala-voice-note [find]="find" />
    }
  `,
})
export class MentorAnswer {
  private readonly voices = inject(VoiceBox);
  private readonly display = inject(Display);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = mentorMessages;
  readonly word = input.required<StoredWord>();
  /** What is said in place of words when there are none; nothing where the title says it all. */
  readonly otherwise = input<Message | undefined>(mentorMessages.met);
  protected readonly name = computed(() => {
    const { familyName, givenName, familyNameLatin, givenNameLatin } = this.word().mentor;
    return this.display.language() === 'km' ? `${familyName} ${givenName}` : `${familyNameLatin} ${givenNameLatin}`;
  });
  protected readonly voice = computed(() => {
    const { body } = this.word();
    return 'voice' in body ? body.voice : undefined;
  });
  protected readonly text = computed(() => {
    const { body } = this.word();
    if ('words' in body && body.words !== undefined) return body.words;
    const otherwise = this.otherwise();
    return this.voice() === undefined && otherwise ? this.say(otherwise) : undefined;
  });
  protected readonly find = async (): Promise<Blob | undefined> => {
    const [id, { learnerId }] = [this.voice(), this.word()];
    if (id === undefined) return undefined;
    await this.voices.bring(learnerId, { personId: learnerId, id });
    return this.voices.find(id);
  };
}
