import { Component, ElementRef, inject, output, viewChild, afterNextRender, DestroyRef } from '@angular/core';
import { Heading, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether this phone can read a QR code with its camera. */
export function canScan(): boolean {
  return detectorClass() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

const LOOK_EVERY_MS = 250;

/** Looks through the camera for the QR code of a card. */
@Component({
  selector: 'sala-card-scanner',
  imports: [Heading],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.scanHow) }}</h1>
    <video #view class="viewfinder" muted playsinline></video>
  `,
})
export class CardScanner {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  private readonly view = viewChild.required<ElementRef<HTMLVideoElement>>('view');
  readonly found = output<string>();
  readonly failed = output();
  private stream?: MediaStream;
  private timer?: ReturnType<typeof setInterval>;
  private left = false;

  constructor() {
    afterNextRender(() => void this.open().catch(() => this.failed.emit()));
    inject(DestroyRef).onDestroy(() => this.close());
  }

  private async open(): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    this.stream = stream;
    if (this.left) return this.close();
    const video = this.view().nativeElement;
    video.srcObject = stream;
    await video.play();
    const Detector = detectorClass();
    const detector = Detector && new Detector({ formats: ['qr_code'] });
    this.timer = setInterval(
      () =>
        void detector?.detect(video).then(
          (codes) => this.look(codes),
          () => undefined,
        ),
      LOOK_EVERY_MS,
    );
  }

  private look(codes: readonly { rawValue: string }[]): void {
    const [code] = codes;
    if (!code || this.left) return;
    this.close();
    this.found.emit(code.rawValue);
  }

  private close(): void {
    this.left = true;
    clearInterval(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
  }
}
