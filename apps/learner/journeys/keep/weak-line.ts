import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A file that was asked for over the line. */
export interface AskedFile {
  sha256: string;
  range: string | undefined;
  ifRange: string | undefined;
  status: number;
  /** Bytes of it that were let through. */
  sent: number;
}

/** A line to a server that can be cut in the middle of a file, held, or gone. */
export interface WeakLine {
  readonly origin: string;
  /** The files asked for, in order. */
  asked: AskedFile[];
  /** Cuts the next answer with this file after so many bytes, or holds it there until the phone hangs up. */
  weaken(sha256: string, after: number, how: 'cut' | 'hold'): void;
  /** Whether nothing gets through at all. */
  gone: boolean;
  close(): Promise<void>;
}

/** What was let through gets this long to arrive, so that a cut loses nothing that was sent. */
const ARRIVING_MS = 700;

/** Opens a weak line to a server. */
export async function openWeakLine(target: string): Promise<WeakLine> {
  const weak = new Map<string, { after: number; how: 'cut' | 'hold' }>();
  const server = createServer((from, to) => {
    if (line.gone) return void from.socket.destroy();
    const { hostname, port } = new URL(target);
    const { method, headers, url: path } = from;
    const onward = request({ hostname, port, path, method, headers }, (answer) => void pass(from, answer, to).catch(() => to.destroy()));
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  });

  async function pass(from: IncomingMessage, answer: IncomingMessage, to: ServerResponse): Promise<void> {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    const sha256 = /\/files\/([0-9a-f]{64})$/.exec(from.url ?? '')?.[1];
    if (!sha256) return void answer.pipe(to);
    const { range, 'if-range': ifRange } = from.headers;
    const row: AskedFile = { sha256, range, ifRange: ifRange?.toString(), status: answer.statusCode ?? 0, sent: 0 };
    line.asked.push(row);
    const end = weak.get(sha256);
    weak.delete(sha256);
    for await (const bytes of answer as AsyncIterable<Buffer>) {
      const through = bytes.subarray(0, (end?.after ?? Infinity) - row.sent);
      to.write(through);
      row.sent += through.byteLength;
      if (row.sent === end?.after) break;
    }
    if (row.sent !== end?.after) return void to.end();
    await sleep(ARRIVING_MS);
    if (end.how === 'cut') to.socket?.end();
  }

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const line: WeakLine = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked: [],
    weaken: (sha256, after, how) => void weak.set(sha256, { after, how }),
    gone: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return line;
}
