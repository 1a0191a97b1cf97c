import { computed, DestroyRef, inject, signal } from '@angular/core';
import { UnderWay } from '../layout/under-way.js';

const VOICE_BITS = 24_000;

/** A voice being recorded with this device's microphone, at 24 kbit/s. It belongs to the component that makes it, and ends with it. */
export class VoiceRecording {
  private readonly take: (voice: Blob) => void;
  private readonly recorder = signal<MediaRecorder | undefined>(undefined);
  private timer?: ReturnType<typeof setTimeout>;
  private asking = false;
  private isLeft = false;
  /** Whether somebody is being listened to. */
  readonly isOn = computed(() => this.recorder() !== undefined);
  /** Whether the microphone could not be had. */
  readonly trouble = signal(false);

  /** `take` is given the whole voice when the recording has ended. */
  constructor(take: (voice: Blob) => void) {
    this.take = take;
    inject(DestroyRef).onDestroy(() => {
      this.isLeft = true;
      void this.finish();
    });
    inject(UnderWay).watch(() => this.isOn());
  }

  /** Begins, for so many seconds at most; gives whether it did. */
  async begin(seconds: number): Promise<boolean> {
    // Until the microphone is allowed a second tap would begin a second recording.
    if (this.asking || this.isOn()) return false;
    this.asking = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const close = (): void => stream.getTracks().forEach((track) => track.stop());
      // Whoever left while the phone asked for the microphone is not to be listened to.
      if (this.isLeft) return (close(), false);
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: VOICE_BITS });
      recorder.ondataavailable = ({ data }) => data.size > 0 && this.take(data);
      recorder.onstop = close;
      recorder.start();
      this.recorder.set(recorder);
      this.trouble.set(false);
      this.timer = setTimeout(() => void this.finish(), seconds * 1_000);
      return true;
    } catch {
      this.trouble.set(true);
      return false;
    } finally {
      this.asking = false;
    }
  }

  /** Ends a recording that still goes on, and waits until its voice was given. */
  async finish(): Promise<void> {
    const recorder = this.recorder();
    clearTimeout(this.timer);
    this.recorder.set(undefined);
    if (recorder?.state !== 'recording') return;
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.stop();
    await ended;
  }
}
