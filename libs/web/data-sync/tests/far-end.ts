import type { Manifest, PackageFile } from '@sala/domain/publishing';

/** Bytes of which no piece is like another. */
export const noise = (length: number, seed = 1): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * 31 + seed * 17 + (n >> 8)) % 256);

/** The server and what stands before it: sends files, cuts the line where it is told, and remembers what it sent. */
export class FarEnd {
  readonly files = new Map<string, Uint8Array>();
  readonly manifests = new Map<number, Manifest>();
  readonly asked: { sha256: string; range: string | null; ifRange: string | null; sent: number }[] = [];
  /** After how many bytes each next answer is cut. */
  cuts: number[] = [];
  piece = 10_000;
  ranges = true;
  reached = true;
  before: () => Promise<void> = () => Promise.resolve();

  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const address = String(input);
    if (!this.reached) throw new TypeError('no line');
    const version = /versions\/(\d+)$/.exec(address)?.[1];
    if (version) return Response.json(this.manifests.get(Number(version)));
    await this.before();
    return this.file(address.slice(-64), new Headers(init.headers), init.signal);
  };

  /** Holds a file, and tells how a manifest names it. */
  async hold(path: string, bytes: Uint8Array, mediaType: PackageFile['mediaType'] = 'application/json'): Promise<PackageFile> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.files.set(sha256, bytes);
    return { path, sha256, bytes: bytes.byteLength, mediaType };
  }

  private file(sha256: string, headers: Headers, signal: AbortSignal | null | undefined): Response {
    const whole = this.files.get(sha256) ?? new Uint8Array();
    const range = headers.get('range');
    const from = this.ranges && range ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0;
    const cut = this.cuts.shift() ?? Infinity;
    const row = { sha256, range, ifRange: headers.get('if-range'), sent: 0 };
    this.asked.push(row);
    const body = new ReadableStream<Uint8Array>({
      pull: (line) => {
        const size = Math.min(this.piece, cut - row.sent, whole.byteLength - from - row.sent);
        if (signal?.aborted || (size <= 0 && from + row.sent < whole.byteLength)) return line.error(new TypeError('cut'));
        if (size <= 0) return line.close();
        line.enqueue(whole.slice(from + row.sent, from + row.sent + size));
        row.sent += size;
      },
    });
    const part = { 'content-range': `bytes ${from}-${whole.byteLength - 1}/${whole.byteLength}` };
    return new Response(body, {
      status: from > 0 ? 206 : 200,
      headers: { 'content-type': 'application/octet-stream', ...(from > 0 ? part : {}) },
    });
  }
}
