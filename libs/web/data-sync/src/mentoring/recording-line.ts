import { Injectable } from '@angular/core';
import { mentorRoutes, RECORDING_PIECE_BYTES } from '@sala/contract/routes';

/** Where a voice or photo belongs on the server. */
export interface RecordingAddress {
  /** The learner whom it is about. */
  personId: string;
  id: string;
}

/** What came of sending: all of it is there, it was not wanted, or there is no line. */
export type SentRecording = 'sent' | 'refused' | 'later';

const PATIENCE_MS = 30_000;
const NOT_WANTED = [409, 413, 422];

const addressOf = ({ personId, id }: RecordingAddress): string =>
  `/api/${mentorRoutes.recording.path.replace(':personId', personId).replace(':recordingId', id)}`;

/** Carries voices and photos: out in small pieces that go on where a line was cut, and in whole. */
@Injectable({ providedIn: 'root' })
export class RecordingLine {
  /** How far each has come, as the server said last. */
  private readonly received = new Map<string, number>();

  /** Sends what the server lacks. */
  async send(address: RecordingAddress, bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<SentRecording> {
    for (;;) {
      const from = this.received.get(address.id) ?? 0;
      const told = await this.piece(`${addressOf(address)}?sha256=${sha256}&bytes=${bytes.length}&from=${from}`, bytes.slice(from, from + RECORDING_PIECE_BYTES)); // prettier-ignore
      if (typeof told === 'string') return told;
      if (told.whole) return 'sent';
      // A server that tells the same again would be asked for ever.
      if (told.received === from) return 'later';
      this.received.set(address.id, told.received);
    }
  }

  /** Fetches a voice or photo; undefined while it can't be had. */
  async fetch(address: RecordingAddress): Promise<Blob | undefined> {
    const reply = await fetch(addressOf(address), { signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' }).catch(() => undefined);
    const type = reply?.headers.get('content-type') ?? '';
    return reply?.ok && /^(?:audio|image)\//.test(type) ? reply.blob().catch(() => undefined) : undefined;
  }

  private async piece(address: string, body: Uint8Array<ArrayBuffer>): Promise<{ received: number; whole: boolean } | 'refused' | 'later'> {
    const headers = { 'content-type': 'application/octet-stream' };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reply = await fetch(address, { method: 'PUT', headers, body, signal }).catch(() => undefined);
    if (!reply?.headers.get('content-type')?.includes('json')) return 'later';
    if (!reply.ok) return NOT_WANTED.includes(reply.status) ? 'refused' : 'later';
    return (await reply.json().catch(() => 'later')) as { received: number; whole: boolean } | 'later';
  }
}
