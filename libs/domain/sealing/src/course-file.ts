import { readManifest, type Manifest, type PackageFile } from '@sala/domain/publishing';
import { base64url, hex, joinBytes, sameBytes, sha256, textOf, unbase64url, unhex, utf8, type Bytes } from './bytes.js';
import { isSigned, sign, SIGNATURE_BYTES, type KeyPair } from './keys.js';

/** A long file that is read piece by piece. */
export interface Pieces {
  readonly size: number;
  read(from: number, to: number): Promise<Bytes>;
}

/** A file of a course file, and where in it its bytes stand. */
export interface EnclosedFile {
  readonly file: PackageFile;
  readonly from: number;
}

/** A course file whose manifest is the server's and whose every byte is what the manifest says. */
export interface CourseFile {
  readonly manifest: Manifest;
  /** The manifest as it was signed, and the signature. */
  readonly signed: SignedManifest;
  readonly files: readonly EnclosedFile[];
}

/** A manifest as the server signed it. */
export interface SignedManifest {
  /** Canonical JSON. */
  readonly text: string;
  /** The signature over it, as base64url. */
  readonly signature: string;
}

/** Why a course file isn't taken: it is none, or was cut or altered; or another server signed it. */
export type CourseFileFault = 'damaged' | 'foreign';

const MAGIC = joinBytes(utf8('SALAC'), Uint8Array.of(1));
const LENGTH_BYTES = 4;
const HASH_BYTES = 32;
const LARGEST_MANIFEST = 4_194_304;
const SIGNED_AS = 'sala manifest 1\n';

/** A JSON value in the one spelling that is signed: names in order, no spaces. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const named = Object.entries(value).filter(([, one]) => one !== undefined);
  const inOrder = named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`);
  return `{${inOrder.join(',')}}`;
}

/** Signs a manifest with the server's key. */
export async function signManifest(manifest: unknown, server: KeyPair): Promise<SignedManifest> {
  const text = canonicalJson(manifest);
  return { text, signature: base64url(await sign(server.privateKey, utf8(SIGNED_AS + text))) };
}

/** Whether a manifest was signed by a server. */
export async function isServersManifest({ text, signature }: SignedManifest, serverKey: Bytes): Promise<boolean> {
  return isSigned(serverKey, unbase64url(signature) ?? new Uint8Array(), utf8(SIGNED_AS + text));
}

/** What stands before the files of a course file. */
export function courseFileHead({ text, signature }: SignedManifest): Bytes {
  const manifest = utf8(text);
  const length = Uint8Array.from({ length: LENGTH_BYTES }, (_, place) => (manifest.length >>> (8 * (LENGTH_BYTES - 1 - place))) & 255);
  return joinBytes(MAGIC, length, manifest, unbase64url(signature) ?? new Uint8Array());
}

/** What stands before each file's bytes. */
export const fileHead = ({ sha256: name }: Pick<PackageFile, 'sha256'>): Bytes => unhex(name) ?? new Uint8Array(HASH_BYTES);

/** Reads and checks a course file from its first byte to its last, one file in memory at a time. Never throws for what it reads. */
export async function readCourseFile(
  pieces: Pieces,
  serverKey: Bytes,
  look: (file: PackageFile, bytes: Bytes) => boolean,
): Promise<CourseFile | CourseFileFault> {
  const head = await readHead(pieces);
  if (!head) return 'damaged';
  if (!(await isServersManifest(head.signed, serverKey))) return 'foreign';
  const manifest = asManifest(head.signed.text);
  if (!manifest) return 'damaged';
  const files: EnclosedFile[] = [];
  for (let at = head.end; at < pieces.size;) {
    const name = hex(await pieces.read(at, at + HASH_BYTES));
    const file = manifest.files.find((one) => one.sha256 === name);
    const from = at + HASH_BYTES;
    at = from + (file?.bytes ?? 0);
    if (!file || at > pieces.size || files.some((one) => one.file.sha256 === name)) return 'damaged';
    const bytes = await pieces.read(from, at);
    if (hex(await sha256(bytes)) !== name || !look(file, bytes)) return 'damaged';
    files.push({ file, from });
  }
  return { manifest, signed: head.signed, files };
}

async function readHead(pieces: Pieces): Promise<{ signed: SignedManifest; end: number } | undefined> {
  const start = MAGIC.length + LENGTH_BYTES;
  const first = await pieces.read(0, start);
  if (first.length < start || !sameBytes(first.subarray(0, MAGIC.length), MAGIC)) return undefined;
  const length = first.subarray(MAGIC.length).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = start + length + SIGNATURE_BYTES;
  if (length > LARGEST_MANIFEST || end > pieces.size) return undefined;
  const text = textOf(await pieces.read(start, start + length));
  return text === undefined ? undefined : { signed: { text, signature: base64url(await pieces.read(start + length, end)) }, end };
}

function asManifest(text: string): Manifest | undefined {
  try {
    const read = readManifest(JSON.parse(text));
    return read.ok ? read.value : undefined;
  } catch {
    return undefined;
  }
}
