import { joinBytes, textOf, utf8, type Bytes } from './bytes.js';

const PLAIN = 0;
const GZIP = 1;

/** A value as JSON, packed smaller where this browser can. */
export async function pack(value: object): Promise<Bytes> {
  const json = utf8(JSON.stringify(value));
  if (!('CompressionStream' in globalThis)) return joinBytes(Uint8Array.of(PLAIN), json);
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'));
  return joinBytes(Uint8Array.of(GZIP), new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Reads what `pack` wrote; undefined when it is nothing of the kind, or would unpack to more than may be. */
export async function unpack(bytes: Bytes, atMost: number): Promise<unknown> {
  const [form] = bytes;
  if (form !== PLAIN && form !== GZIP) return undefined;
  const rest = bytes.slice(1);
  const plain = form === PLAIN ? rest : await gunzip(rest, atMost);
  const text = plain && plain.length <= atMost ? textOf(plain) : undefined;
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function gunzip(bytes: Bytes, atMost: number): Promise<Bytes | undefined> {
  if (!('DecompressionStream' in globalThis)) return undefined;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  try {
    for (let length = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(...parts);
      length += value.length;
      if (length > atMost) return await reader.cancel().then(() => undefined);
      parts.push(value);
    }
  } catch {
    return undefined;
  }
}
