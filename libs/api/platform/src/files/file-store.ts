import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants as zlib } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Env } from '../env/env.js';

const SHA256 = /^[0-9a-f]{64}$/;
const TEXT = /json|xml|^text\//;
const compress = promisify(brotliCompress);

function pack(bytes: Uint8Array): Promise<Buffer> {
  return compress(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

/** Files kept under the SHA-256 of their content: what is stored is never changed, and the same bytes are stored once. */
@Injectable()
export class FileStore {
  constructor(private readonly env: Env) {}

  /** Where a file stands. */
  pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError('not a sha256');
    return path.resolve(this.env.FILES_DIR, sha256.slice(0, 2), sha256.slice(2));
  }

  /** Stores bytes under their hash and returns it; when this returns, they're on the disk. Beside text stands the same packed, for sending. */
  async put(bytes: Uint8Array, mediaType: string): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.pathOf(sha256);
    if (TEXT.test(mediaType)) await this.write(`${file}.br`, await pack(bytes));
    if (!(await this.holds(sha256, bytes.length))) await this.write(file, bytes);
    return sha256;
  }

  /** The content of a file; throws when it was damaged. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`stored file ${sha256} is damaged`);
    return bytes;
  }

  /** Throws when files can't be stored. */
  async check(): Promise<void> {
    await mkdir(this.env.FILES_DIR, { recursive: true });
    await access(this.env.FILES_DIR, constants.W_OK);
  }

  private async holds(sha256: string, bytes: number): Promise<boolean> {
    const found = await stat(this.pathOf(sha256)).catch(() => undefined);
    return (
      found?.size === bytes &&
      (await this.read(sha256).then(
        () => true,
        () => false,
      ))
    );
  }

  /** Beside its place first and moved there when it is safe, so that a crash leaves no half file under a good name. */
  private async write(file: string, bytes: Uint8Array): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    const half = `${file}.${randomUUID()}`;
    try {
      const handle = await open(half, 'wx', 0o644);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(half, file);
      await syncFolder(path.dirname(file));
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
