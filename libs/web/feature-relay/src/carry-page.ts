import { Component, computed, inject, signal } from '@angular/core';
import { seriesOf, type Bytes } from '@sala/domain/sealing';
import { troubleMessages } from '@sala/web/data-api';
import type { CarriedWork } from '@sala/web/data-device';
import { canSeal, CARRIED_PHONES, Courier, PhoneKeys, type Taken } from '@sala/web/data-sync/relay';
import { canScan, Heading, Icon, Notice, Page, Wording, type Message, type NoticeTone } from '@sala/web/ui';
import { FileButton } from './file-button.js';
import { handFile } from './hand-file.js';
import { bytesOf, letterFile } from './letters.js';
import { messages } from './messages.js';
import { QrSeries } from './qr-series.js';
import { SeriesScanner } from './series-scanner.js';

/** Other people's sealed work on its way to the server, and the server's receipts on their way back. */
@Component({
  selector: 'sala-carry-page',
  imports: [FileButton, Heading, Icon, Notice, Page, QrSeries, SeriesScanner],
  templateUrl: './carry-page.html',
})
export class CarryPage {
  private readonly keys = inject(PhoneKeys);
  protected readonly courier = inject(Courier);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly phones = CARRIED_PHONES;
  protected readonly mayScan = canScan();
  protected readonly scanning = signal(false);
  protected readonly showing = signal<{ phone: string; codes: readonly string[] } | undefined>(undefined);
  protected readonly said = signal<{ tone: NoticeTone; sentence: string } | undefined>(undefined);
  protected readonly toSend = computed(() => this.courier.carried().some((one) => one.packet));

  constructor() {
    void this.begin().catch(() => undefined);
  }

  private async begin(): Promise<void> {
    await this.courier.load();
    if (!canSeal()) return this.tell('mind', messages.cannotSeal);
    await this.keys.introduce();
    if (!(await this.keys.server())) this.tell('mind', messages.noServer);
  }

  protected async takeFile(file: File): Promise<void> {
    const bytes = await bytesOf(file);
    if (!bytes) return this.tell('mind', messages.notAText);
    await this.take(bytes);
  }

  protected async take(bytes: Bytes): Promise<void> {
    this.scanning.set(false);
    const taken = await this.courier.take(bytes);
    this.tell(taken === 'taken' || taken === 'same' ? 'good' : 'mind', OUTCOMES[taken]);
    if (taken === 'taken') void this.courier.send().catch(() => undefined);
  }

  protected async send(): Promise<void> {
    const trouble = await this.courier.send();
    if (trouble) this.tell('mind', troubleMessages[trouble.code]);
    else this.said.set(undefined);
  }

  protected async giveReceipt({ phone, code, receipt }: CarriedWork): Promise<void> {
    if (!receipt) return;
    const name = `sala-receipt-${code}.txt`;
    const handed = await handFile(letterFile(receipt), name);
    if (handed === 'cancelled') return;
    await this.courier.given(phone);
    if (handed === 'downloaded') this.said.set({ tone: 'good', sentence: this.say(messages.inDownloads, { name }) });
  }

  protected async showReceipt({ phone, receipt }: CarriedWork): Promise<void> {
    const codes = receipt && (await seriesOf(receipt));
    if (!codes) return this.tell('mind', messages.tooMuch);
    this.showing.set({ phone, codes });
  }

  protected async shown(): Promise<void> {
    const { phone = '' } = this.showing() ?? {};
    this.showing.set(undefined);
    await this.courier.given(phone);
  }

  protected leave(): void {
    this.showing.set(undefined);
    this.scanning.set(false);
  }

  protected noCamera(): void {
    this.scanning.set(false);
    this.tell('mind', messages.noCamera);
  }

  private tell(tone: NoticeTone, message: Message): void {
    this.said.set({ tone, sentence: this.say(message) });
  }
}

const OUTCOMES: Record<Taken, Message> = {
  taken: messages.taken,
  same: messages.same,
  older: messages.older,
  own: messages.own,
  unreadable: messages.unreadable,
  'other-server': messages['other-server'],
  'no-server': messages.noServer,
  full: messages.full,
};
