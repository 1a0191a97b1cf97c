import { Component, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { seriesOf, type Bytes } from '@sala/domain/sealing';
import { EventLog } from '@sala/web/data-device';
import { canSeal, OwnWork, PhoneKeys, type NoPacket, type OwnPacket, type ReceiptOutcome } from '@sala/web/data-sync/relay';
import { canScan, Heading, Icon, Notice, Page, Wording, type Message, type NoticeTone } from '@sala/web/ui';
import { FileButton } from './file-button.js';
import { handFile } from './hand-file.js';
import { bytesOf, letterFile } from './letters.js';
import { messages } from './messages.js';
import { QrSeries } from './qr-series.js';
import { SeriesScanner } from './series-scanner.js';

/** One's own work leaves by another phone, and its receipt comes back. */
@Component({
  selector: 'sala-send-page',
  imports: [FileButton, Heading, Icon, Notice, Page, QrSeries, RouterLink, SeriesScanner],
  templateUrl: './send-page.html',
})
export class SendPage {
  private readonly keys = inject(PhoneKeys);
  private readonly log = inject(EventLog);
  protected readonly work = inject(OwnWork);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly mayScan = canScan();
  protected readonly scanning = signal(false);
  protected readonly showing = signal<readonly string[] | undefined>(undefined);
  protected readonly said = signal<{ tone: NoticeTone; sentence: string } | undefined>(undefined);
  protected readonly code = signal<string | undefined>(undefined);
  protected readonly waiting = signal<number | undefined>(undefined);
  private isPartly = false;

  constructor() {
    effect(() => {
      this.log.revision();
      untracked(
        () =>
          void this.work
            .lessons()
            .then((lessons) => this.waiting.set(lessons))
            .catch(() => undefined),
      );
    });
    void this.begin().catch(() => undefined);
  }

  private async begin(): Promise<void> {
    await this.work.load();
    if (!canSeal()) return this.mind(messages.cannotSeal);
    this.code.set(await this.keys.code());
    await this.keys.introduce();
    if (!(await this.keys.server())) this.mind(messages.noServer);
  }

  protected async give(): Promise<void> {
    const packet = await this.packet();
    if (!packet) return;
    const name = `sala-work-${this.code() ?? ''}.txt`;
    const handed = await handFile(letterFile(packet.bytes), name);
    if (handed === 'cancelled') return;
    await this.handOver(packet.left > 0);
    if (handed === 'downloaded') this.said.set({ tone: 'good', sentence: this.say(messages.inDownloads, { name }) });
  }

  protected async show(): Promise<void> {
    const packet = await this.packet();
    const codes = packet && (await seriesOf(packet.bytes));
    if (packet && !codes) return this.mind(messages.tooMuch);
    this.isPartly = (packet?.left ?? 0) > 0;
    this.showing.set(codes);
  }

  protected async shown(): Promise<void> {
    this.showing.set(undefined);
    await this.handOver(this.isPartly);
  }

  protected leave(): void {
    this.showing.set(undefined);
    this.scanning.set(false);
  }

  protected noCamera(): void {
    this.scanning.set(false);
    this.mind(messages.noCamera);
  }

  protected async receiptFile(file: File): Promise<void> {
    const bytes = await bytesOf(file);
    if (!bytes) return this.mind(messages.notAText);
    await this.receipt(bytes);
  }

  protected async receipt(bytes: Bytes): Promise<void> {
    this.scanning.set(false);
    const outcome = await this.work.receipt(bytes);
    if (outcome.kind !== 'kept') return this.mind(RECEIPTS[outcome.kind]);
    if (outcome.refused > 0) {
      return this.said.set({ tone: 'care', sentence: this.say(messages.receiptRefused, { count: outcome.refused }) });
    }
    this.said.set({ tone: 'good', sentence: this.say(messages.receiptKept) });
  }

  private async packet(): Promise<OwnPacket | undefined> {
    this.said.set(undefined);
    const packet = await this.work.packet();
    if (typeof packet !== 'string') return packet;
    this.mind(NO_PACKET[packet]);
    return undefined;
  }

  private async handOver(isPartly: boolean): Promise<void> {
    await this.work.handOver();
    if (isPartly) this.mind(messages.partly);
  }

  private mind(message: Message): void {
    this.said.set({ tone: 'mind', sentence: this.say(message) });
  }
}

const NO_PACKET: Record<NoPacket, Message> = {
  'cannot-seal': messages.cannotSeal,
  'no-server': messages.noServer,
  'nothing-waits': messages.nothingWaits,
};
const RECEIPTS: Record<Exclude<ReceiptOutcome['kind'], 'kept'>, Message> = {
  'other-phone': messages.receiptOther,
  unreadable: messages.receiptUnreadable,
  'no-server': messages.noServer,
  late: messages.receiptLate,
};
