import { afterNextRender, Component, DestroyRef, ElementRef, inject, output, viewChild } from '@angular/core';

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

/** Looks through the camera and tells every QR code that it sees, as long as it stands on the page. */
@Component({
  selector: 'sala-qr-scanner',
  template: `<video #view class="viewfinder" muted playsinline></video>`,
})
export class QrScanner {
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
    for (const { rawValue } of codes) if (!this.left) this.found.emit(rawValue);
  }

  private close(): void {
    this.left = true;
    clearInterval(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
  }
}
