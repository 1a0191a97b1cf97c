import { gunzipSync } from 'node:zlib';

/** What the line does to a request; a cut comes after so many thousandths of the bytes. */
export type Line =
  'whole' | 'request-lost' | 'reply-lost' | 'twice' | 'late' | 'portal' | 'never-answers' | { cut: 'request' | 'reply'; at: number };

/** The far end: serves a body that came whole; throws when it takes none such. */
export type Serve = (body: string) => Promise<object>;

const GZIP = 0x1f;
const lost = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

/** A request as its bytes go out. */
export async function bytesOf(init: RequestInit): Promise<Uint8Array> {
  return new Uint8Array(await new Response(init.body).arrayBuffer());
}

/** What the server reads from the bytes that reach it; throws when a part is missing. */
function readBody(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes[0] === GZIP ? gunzipSync(bytes) : bytes);
  JSON.parse(text);
  return text;
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    return readBody(bytes).length > 0;
  } catch {
    return false;
  }
}

const answer = (bytes: Uint8Array | string, type = 'application/json'): Response =>
  new Response(bytes as BodyInit, { headers: { 'content-type': type } });

const cutAt = (bytes: Uint8Array, at: number): Uint8Array => bytes.subarray(0, Math.floor((bytes.length * at) / 1_000));

/** Carries a request over a line with its faults; what is late is kept by the caller. */
export async function carry(line: Line, bytes: Uint8Array, serve: Serve, late: (body: string) => void): Promise<Response> {
  if (line === 'request-lost' || line === 'never-answers') return lost();
  if (line === 'portal') return answer('<html>Welcome to the hotel</html>', 'text/html');
  if (typeof line === 'object' && line.cut === 'request') {
    const came = cutAt(bytes, line.at);
    // Less than all is no request; the server must not take a part of it for the whole.
    if (isWhole(came)) await serve(readBody(came));
    return lost();
  }
  const body = readBody(bytes);
  if (line === 'late') {
    late(body);
    return lost();
  }
  const reply = new TextEncoder().encode(JSON.stringify(await serve(body)));
  if (line === 'reply-lost') return lost();
  if (line === 'twice') return answer(JSON.stringify(await serve(body)));
  return answer(typeof line === 'object' ? cutAt(reply, line.at) : reply);
}
