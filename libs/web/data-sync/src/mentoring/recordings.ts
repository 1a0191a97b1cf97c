import { inject, Injectable } from '@angular/core';
import { Profiles, Store, type StoredRecording } from '@sala/web/data-device';
import { hexOf, randomId } from '@sala/web/data-device/late';
import { RecordingLine, type RecordingAddress } from './recording-line.js';
import { smallPhoto } from './small-photo.js';

const KEPT_MS = 30 * 86_400_000;

/** Voices and photos between learners and mentors, on this phone: they wait here until the server has them whole. */
@Injectable({ providedIn: 'root' })
export class VoiceBox {
  private readonly store = inject(Store);
  private readonly profiles = inject(Profiles);
  private readonly line = inject(RecordingLine);
  private sending?: Promise<void>;

  /** Keeps what somebody of this phone said or showed, for a learner when it is not their own; gives its id. */
  async keep(ownerId: string, recording: Blob, about?: string): Promise<string> {
    const row = { id: randomId(), learnerId: ownerId, mediaType: recording.type, bytes: await recording.arrayBuffer() };
    await this.put({ ...row, ...(about === undefined ? {} : { about }) });
    return row.id;
  }

  /** A voice or photo that is on this phone. */
  async find(id: string): Promise<Blob | undefined> {
    const row = await (await this.store.database()).get('recording', id);
    return row && new Blob([row.bytes], { type: row.mediaType });
  }

  /** Makes sure that a voice or photo is on this phone, so that it can be heard without a line. */
  async bring(ownerId: string, address: RecordingAddress): Promise<boolean> {
    if (await (await this.store.database()).getKey('recording', address.id)) return true;
    const got = await this.line.fetch(address);
    if (!got) return false;
    const about = address.personId;
    await this.put({ id: address.id, learnerId: ownerId, about, mediaType: got.type, bytes: await got.arrayBuffer(), sentAt: Date.now() });
    return true;
  }

  /** Sends what waits, one after the other, and lets go of what has been sent for long. */
  send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    const accounts = new Set(this.profiles.all().flatMap(({ guest, personId }) => (guest ? [] : [personId])));
    const seen = new Set<string>();
    for (;;) {
      const rows = (await (await this.store.database()).getAll('recording')).filter(({ id }) => !seen.has(id));
      // Who asked meanwhile hears this same answer, so what came meanwhile is looked at too.
      if (rows.length === 0) return;
      for (const row of rows) {
        seen.add(row.id);
        if (row.sentAt !== undefined && Date.now() - row.sentAt > KEPT_MS) await this.drop(row.id);
        if (row.sentAt !== undefined || row.refused || !accounts.has(row.learnerId)) continue;
        if ((await this.sendOne(row)) === 'later') return;
      }
    }
  }

  private async sendOne(row: StoredRecording): Promise<'sent' | 'refused' | 'later'> {
    const small = await this.smaller(row);
    const digest: ArrayBuffer | undefined = await globalThis.crypto.subtle?.digest('SHA-256', small.bytes);
    // Where the browser can't hash (plain http) nothing proves that it came whole.
    if (!digest) return 'later';
    const address = { personId: row.about ?? row.learnerId, id: row.id };
    const sent = await this.line.send(address, new Uint8Array(small.bytes), hexOf(new Uint8Array(digest)));
    if (sent === 'sent') await this.put({ ...small, sentAt: Date.now() });
    if (sent === 'refused') await this.put({ ...small, refused: true });
    return sent;
  }

  /** A photo as the camera made it would cost a month's data; it is made small once, and kept so. */
  private async smaller(row: StoredRecording): Promise<StoredRecording> {
    const photo = row.mediaType.startsWith('image/') ? await smallPhoto(new Blob([row.bytes], { type: row.mediaType })) : undefined;
    if (!photo) return row;
    const small = { ...row, mediaType: photo.type, bytes: await photo.arrayBuffer() };
    await this.put(small);
    return small;
  }

  private async put(row: StoredRecording): Promise<void> {
    await this.store.write(['recording'], (transaction) => transaction.objectStore('recording').put(row));
  }

  private async drop(id: string): Promise<void> {
    await this.store.write(['recording'], (transaction) => transaction.objectStore('recording').delete(id));
  }
}
