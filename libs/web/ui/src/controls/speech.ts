import { Injectable, signal } from '@angular/core';

/** Speaks with a voice that is on this phone. Voices of a far server are left alone: they would need the internet and send the words away. */
@Injectable({ providedIn: 'root' })
export class Speech {
  private readonly engine = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
  private readonly voices = signal<readonly SpeechSynthesisVoice[]>([]);

  constructor() {
    this.find();
    this.engine?.addEventListener?.('voiceschanged', () => this.find());
  }

  /** A voice of this phone for a language, when it has one. */
  voiceFor(language: string): SpeechSynthesisVoice | undefined {
    return this.voices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
  }

  /** Speaks a text, slowly, in place of what is being spoken. */
  speak(text: string, voice: SpeechSynthesisVoice): void {
    const utterance = new SpeechSynthesisUtterance(text.replace(/[\u200b\u2060]/g, ''));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    this.engine?.cancel();
    this.engine?.speak(utterance);
  }

  private find(): void {
    this.voices.set(this.engine?.getVoices() ?? []);
  }
}
