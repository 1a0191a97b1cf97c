import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { LANGUAGES, spokenWords, textHash, voiceOf, type Card, type Language } from '@sala/domain/content';
import type { Path } from '@sala/domain/editing';
import { Notice, UnderWay, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { DraftFiles } from '../desk/draft-files.js';
import { EditIcon } from '../edit/edit-icon.js';
import { formMessages } from '../forms/form-messages.js';
import { mediaMessages, refusalOf } from './media-messages.js';
import { VoiceRecorder, type Taken } from './voice-recorder.js';

const SAID = { quiet: mediaMessages.tooQuiet, good: mediaMessages.goodLevel, loud: mediaMessages.tooLoud };

/** The voice that reads a card, in each language: recorded here, listened to, taken again; and a word when the card was changed since. */
@Component({
  selector: 'sala-voice-panel',
  imports: [EditIcon, Notice],
  providers: [VoiceRecorder],
  host: { class: 'stack voice-panel' },
  templateUrl: './voice-panel.html',
})
export class VoicePanel {
  private readonly files = inject(DraftFiles);
  protected readonly desk = inject(DraftDesk);
  protected readonly recorder = inject(VoiceRecorder);
  protected readonly say = inject(Wording).say;
  protected readonly words = mediaMessages;
  protected readonly said = SAID;
  protected readonly languages = LANGUAGES;
  protected readonly names = { km: formMessages.khmer, en: formMessages.english };
  readonly card = input.required<Card>();
  readonly path = input.required<Path>();
  protected readonly language = linkedSignal<string, Language>({ source: () => this.card().id, computation: () => 'km' });
  protected readonly refused = signal<string | undefined>(undefined);
  protected readonly refusalOf = refusalOf;
  protected readonly audio = signal<HTMLAudioElement | undefined>(undefined);

  protected readonly lines = computed(() => spokenWords(this.card(), this.language()).split('\n').filter(Boolean));
  protected readonly voice = computed(() => voiceOf(this.card(), this.language()));

  constructor() {
    inject(UnderWay).watch(() => this.recorder.isRecording());
  }

  protected choose(language: Language): void {
    this.recorder.stop();
    this.recorder.taken.set(undefined);
    this.language.set(language);
  }

  /** Records the voice of the words as they stand now. It is kept as soon as it ends, also when one has gone on to another card meanwhile. */
  protected record(): Promise<void> {
    const where = [...this.path(), 'voice', this.language()];
    const words = spokenWords(this.card(), this.language());
    return this.recorder.start((taken) => void this.keep(taken, where, words));
  }

  private async keep(taken: Taken, where: Path, words: string): Promise<void> {
    const added = await this.files.add('sound', taken.blob);
    this.refused.set('refused' in added ? added.refused : undefined);
    if ('refused' in added) return;
    const value = { file: added.path, seconds: Math.min(300, taken.seconds), textHash: textHash(words) };
    this.desk.edit({ do: 'put', path: where, value });
  }

  protected remove(): void {
    const other = this.language() === 'km' ? 'en' : 'km';
    const rest = this.card().voice?.[other];
    this.desk.edit({ do: 'put', path: [...this.path(), 'voice'], value: rest && { [other]: rest } });
  }

  protected async play(): Promise<void> {
    const playing = this.audio();
    playing?.pause();
    this.audio.set(undefined);
    const source = await this.files.addressOf(this.voice()?.file ?? '');
    if (playing || !source) return;
    const audio = new Audio(source);
    audio.onended = () => this.audio.set(undefined);
    this.audio.set(audio);
    await audio.play().catch(() => this.audio.set(undefined));
  }
}
