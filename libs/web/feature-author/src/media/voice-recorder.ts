import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Opus for speech: a minute is some 180 kB. */
const VOICE_BITS = 24_000;
const LONGEST_MS = 120_000;
/** Loudness in hundredths: below, one doesn't hear it on a phone's speaker; above, it breaks. */
const QUIET = 12;
const LOUD = 92;

/** A voice that was recorded. */
export interface Taken {
  readonly blob: Blob;
  readonly seconds: number;
  readonly loudness: 'quiet' | 'good' | 'loud';
}

/** The formats of a recording, the best first; Safari knows only the second. */
const FORMATS = ['audio/webm;codecs=opus', 'audio/mp4'];

/** Records a voice with the browser's own recorder and measures how loud it is. */
@Injectable()
export class VoiceRecorder {
  private recorder?: MediaRecorder | undefined;
  private context?: AudioContext | undefined;
  private timer?: ReturnType<typeof setTimeout>;
  private frame = 0;
  private peak = 0;
  /** How loud it is just now, 0-100. */
  readonly level = signal(0);
  readonly seconds = signal(0);
  readonly isRecording = signal(false);
  /** Whether the microphone could not be had. */
  readonly isDenied = signal(false);
  readonly taken = signal<Taken | undefined>(undefined);

  constructor() {
    // Who goes on while it records has said what there was to say: it is kept, and the microphone is closed.
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Begins to record; what was spoken is told when it ends. */
  async start(tell: (taken: Taken) => void): Promise<void> {
    if (this.isRecording()) return;
    this.taken.set(undefined);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, noiseSuppression: true, echoCancellation: false },
      });
      this.record(stream, tell);
      this.measure(stream);
      this.isDenied.set(false);
      this.isRecording.set(true);
    } catch {
      this.isDenied.set(true);
      this.end();
    }
  }

  /** Ends the recording; what was spoken stands in `taken`. */
  stop(): void {
    if (this.recorder?.state === 'recording') this.recorder.stop();
  }

  private record(stream: MediaStream, tell: (taken: Taken) => void): void {
    const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: VOICE_BITS, ...(mimeType ? { mimeType } : {}) });
    const parts: Blob[] = [];
    const began = performance.now();
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop());
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      this.end();
      const blob = new Blob(parts, { type: recorder.mimeType });
      if (blob.size === 0) return;
      const taken = { blob, seconds, loudness: this.loudness() };
      this.taken.set(taken);
      tell(taken);
    };
    recorder.start();
    this.recorder = recorder;
    this.timer = setTimeout(() => this.stop(), LONGEST_MS);
  }

  private measure(stream: MediaStream): void {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    this.context = context;
    this.peak = 0;
    const waves = new Float32Array(analyser.fftSize);
    const began = performance.now();
    const look = (): void => {
      analyser.getFloatTimeDomainData(waves);
      const level = Math.min(100, Math.round(Math.max(...waves.map(Math.abs)) * 100));
      this.peak = Math.max(this.peak, level);
      this.level.set(level);
      this.seconds.set(Math.floor((performance.now() - began) / 1_000));
      this.frame = requestAnimationFrame(look);
    };
    look();
  }

  private loudness(): Taken['loudness'] {
    if (this.peak < QUIET) return 'quiet';
    return this.peak > LOUD ? 'loud' : 'good';
  }

  private end(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.level.set(0);
    void this.context?.close().catch(() => undefined);
    this.context = undefined;
    this.recorder = undefined;
    this.isRecording.set(false);
  }
}
