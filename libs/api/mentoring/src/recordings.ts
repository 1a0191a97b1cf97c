import { takeMedia } from '@sala/api/library';
import { invalid, Problem } from '@sala/api/platform';
import type { RecordingPath, RecordingPiece, RecordingReply } from '@sala/contract/dto';
import { RECORDING_PIECE_BYTES } from '@sala/contract/routes';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

/** A voice or photo as it is sent out. */
export interface HeldRecording {
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Voices and photos of one learner that the server takes in a month, sent by the learner or by mentors. */
const A_MONTH = 120;

// Held until the piece is in: forgetting the person waits for it, and then takes it out.
const BEGIN = `
  insert into recording (person_id, id, sha256, bytes)
  select p.id, $2, $3, $4 from person p where p.id = $1 and p.forgotten_at is null and (select count(*) from recording r where r.person_id = $1 and r.begun_at > now() - interval '30 days') < ${A_MONTH}
  for share of p on conflict do nothing`;
const FIND = `
  select r.sha256, r.bytes, r.media_type as "mediaType",
    (select coalesce(sum(length(p.content)), 0)::int from recording_piece p where p.person_id = r.person_id and p.recording_id = r.id) as received
  from recording r where r.person_id = $1 and r.id = $2 for update of r`;
const PIECES = 'select content from recording_piece where person_id = $1 and recording_id = $2 order by begins';

interface Begun {
  sha256: string;
  bytes: number;
  mediaType: string | null;
  received: number;
}

const refused = (rule: string): Problem => new Problem('file-refused', { errors: [{ path: 'file', rule }] });

/** Voices and photos between learners and mentors: they come in pieces over bad lines, are checked whole, and are kept by what they are. */
@Injectable()
export class Recordings {
  constructor(private readonly database: DataSource) {}

  /** Takes a piece; one that is already here, or too far on, only tells where to go on. */
  async add(path: RecordingPath, piece: RecordingPiece, body: unknown): Promise<RecordingReply> {
    if (!Buffer.isBuffer(body) || body.length === 0) throw refused('empty');
    if (body.length > RECORDING_PIECE_BYTES || piece.from + body.length > piece.bytes) throw invalid('from', 'fits');
    const [person, id] = [path.personId.toLowerCase(), path.recordingId.toLowerCase()];
    return this.database
      .transaction(async (tx) => {
        await tx.query(BEGIN, [person, id, piece.sha256, piece.bytes]);
        const [begun] = await tx.query<Begun[]>(FIND, [person, id]);
        if (!begun) throw refused('too-many');
        if (begun.sha256 !== piece.sha256 || begun.bytes !== piece.bytes) throw new Problem('already-there');
        if (begun.mediaType !== null) return { received: begun.bytes, whole: true };
        if (begun.received !== piece.from) return { received: begun.received, whole: false };
        const received = begun.received + body.length;
        await tx.query('insert into recording_piece (person_id, recording_id, begins, content) values ($1, $2, $3, $4)', [
        person, id, piece.from, body,
      ]); // prettier-ignore
        if (received < begun.bytes) return { received, whole: false };
        return this.finish(tx, [person, id], begun);
      })
      .then((taken) => (taken instanceof Problem ? Promise.reject(taken) : taken));
  }

  /** A whole voice or photo. */
  async read({ personId, recordingId }: RecordingPath): Promise<HeldRecording> {
    const [row] = await this.database.query<HeldRecording[]>(
      'select media_type as "mediaType", content from recording where person_id = $1 and id = $2 and content is not null',
      [personId, recordingId],
    );
    if (!row) throw new Problem('not-found');
    return row;
  }

  /** What turns out to be another thing than it said is dropped, pieces and all, before its sender is told. */
  private async finish(tx: EntityManager, key: readonly [string, string], { sha256, bytes }: Begun): Promise<RecordingReply | Problem> {
    const pieces = await tx.query<{ content: Buffer }[]>(PIECES, [...key]);
    const whole = Buffer.concat(pieces.map((piece) => piece.content));
    await tx.query('delete from recording_piece where person_id = $1 and recording_id = $2', [...key]);
    const taken = createHash('sha256').update(whole).digest('hex') === sha256 ? await intake(whole) : refused('damaged');
    if (taken instanceof Problem) {
      await tx.query('delete from recording where person_id = $1 and id = $2', [...key]);
      return taken;
    }
    await tx.query('update recording set media_type = $3, content = $4 where person_id = $1 and id = $2', [
      ...key, taken.mediaType, taken.content,
    ]); // prettier-ignore
    return { received: bytes, whole: true };
  }
}

/** By the bytes: a sound stays as it is, a picture is written anew, anything else is refused. */
async function intake(bytes: Buffer): Promise<HeldRecording | Problem> {
  for (const use of ['sound', 'picture'] as const) {
    const taken = await takeMedia(bytes, use).catch((reason: unknown) => reason);
    if (taken instanceof Problem) continue;
    if (taken instanceof Error) throw taken;
    const { mediaType, bytes: content } = taken as Awaited<ReturnType<typeof takeMedia>>;
    // A drawing is no photo of work.
    return mediaType === 'image/svg+xml' ? refused('kind') : { mediaType, content: Buffer.from(content) };
  }
  return refused('kind');
}
