/** A file may take as long as it needs, but not stand still for so long. */
const STILL_MS = 30_000;

/** How a file is taken as it comes. */
export interface Taking {
  /** The byte to begin at; those before it are here already. */
  from: number;
  /** Takes the next bytes. What it throws ends the taking. */
  take(bytes: Uint8Array): Promise<void>;
  /** Ends the taking when somebody no longer wants it. */
  stop?: AbortSignal | undefined;
}

/** What asks for a file from a byte on; a proxy that holds another content is asked for the whole. */
export function rangeHeaders(sha256: string, from: number): Record<string, string> {
  return from > 0 ? { range: `bytes=${from}-`, 'if-range': `"${sha256}"` } : {};
}

/** Where in the file a reply begins; undefined when it is no part of the file, such as the sign-in page of a café. */
export function startOf(reply: Response): number | undefined {
  if (reply.headers.get('content-type')?.includes('html')) return undefined;
  if (reply.status !== 206) return 0;
  const [, start] = /^bytes (\d+)-/.exec(reply.headers.get('content-range') ?? '') ?? [];
  return start === undefined ? undefined : Number(start);
}

/** Hands on the bytes of a reply from a byte on; says whether it came to its end and was not cut. */
export async function handOn(reply: Response, start: number, { from, take }: Taking, alive: () => void): Promise<boolean> {
  const reader = reply.body?.getReader();
  let skip = from - start;
  for (;;) {
    const next = await reader?.read().catch(() => undefined);
    if (!next) return false;
    if (next.done) return true;
    alive();
    const bytes: Uint8Array = next.value.subarray(Math.min(skip, next.value.byteLength));
    skip -= next.value.byteLength - bytes.byteLength;
    if (bytes.byteLength > 0) await take(bytes);
  }
}

/** Ends a request that stands still, or that nobody wants any more. */
export class Watch {
  private readonly controller = new AbortController();
  private timer?: ReturnType<typeof setTimeout>;
  readonly signal = this.controller.signal;
  private readonly stop = (): void => this.controller.abort();

  constructor(private readonly stopped?: AbortSignal) {
    stopped?.addEventListener('abort', this.stop);
    if (stopped?.aborted) this.stop();
    this.alive();
  }

  /** Something came: the patience begins anew. */
  alive(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.stop, STILL_MS);
  }

  /** Lets go of the request. */
  end(): void {
    clearTimeout(this.timer);
    this.stopped?.removeEventListener('abort', this.stop);
    this.stop();
  }
}
