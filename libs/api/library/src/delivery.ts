import { FileStore, Problem } from '@sala/api/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Versions } from './versions.js';

const YEAR = 'public, max-age=31536000, immutable';
// Opened by itself, a stored file is a page without rights: no script, no forms, no origin.
const NO_RIGHTS = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** First and last byte asked for, both included. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The one span that a Range header asks for; undefined when the whole is to be sent, null when there is no such part. */
export function spanOf(header: string | undefined, size: number): Span | null | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? null : { start, end };
}

const fits = (header: string | undefined, tag: string): boolean =>
  header === '*' || (header?.split(/,\s*/).some((one) => one.replace(/^W\//, '') === tag) ?? false);

/** Sends stored files: kept for ever by whoever has one, whole or in parts, packed when the phone can unpack. */
@Injectable()
export class Delivery {
  constructor(
    private readonly files: FileStore,
    private readonly versions: Versions,
  ) {}

  /** Answers a request for a file. */
  async send(sha256: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const type = await this.versions.mediaTypeOf(sha256);
    const path = this.files.pathOf(sha256);
    const tag = `"${sha256}"`;
    reply.headers({
      etag: tag,
      'cache-control': YEAR,
      'accept-ranges': 'bytes',
      vary: 'accept-encoding',
      'content-security-policy': NO_RIGHTS,
    });
    if (fits(request.headers['if-none-match'], tag)) return void reply.status(304).send();
    reply.header('content-type', type === 'application/json' ? 'application/json; charset=utf-8' : type);
    const { size } = await stat(path);
    const span = fits(String(request.headers['if-range'] ?? tag), tag) ? spanOf(request.headers.range, size) : undefined;
    if (span !== undefined) return sendPart(path, span, size, reply);
    const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? await stat(`${path}.br`).catch(() => undefined) : undefined;
    if (packed) reply.header('content-encoding', 'br');
    reply.header('content-length', packed?.size ?? size).send(createReadStream(packed ? `${path}.br` : path));
  }
}

function sendPart(path: string, span: Span | null, size: number, reply: FastifyReply): void {
  if (span === null) {
    reply.header('content-range', `bytes */${size}`).removeHeader('etag').header('cache-control', 'no-store');
    throw new Problem('invalid-request', { errors: [{ path: 'range', rule: 'within-file' }] });
  }
  const length = span.end - span.start + 1;
  reply.status(206).headers({ 'content-range': `bytes ${span.start}-${span.end}/${size}`, 'content-length': length });
  reply.send(createReadStream(path, { start: span.start, end: span.end }));
}
