import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import * as v from 'valibot';
import { Mistake } from '../commands/command.js';
import { CONTENTS, Contents, fileEntry, tableEntry } from './contents.js';
import { measure } from './dump.js';

const LARGEST_CONTENTS = 16_777_216;

const refuse = (why: string): Mistake => new Mistake(`This is no whole backup of Sala: ${why}. Nothing was changed.`);

async function readContents(entry: AsyncIterable<unknown>, header: Header): Promise<Contents> {
  if (header.name !== CONTENTS || header.type !== 'file' || header.size > LARGEST_CONTENTS)
    throw refuse('it does not begin with its list of contents');
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Contents), Buffer.concat(chunks).toString('utf8'));
  if (!read.success) throw refuse('its list of contents can not be read');
  return read.output;
}

interface Part {
  readonly to: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where each part goes. Names in the archive are only compared with these, never used as paths. */
function partsOf(contents: Contents, folder: string): Map<string, Part> {
  const tables = contents.tables.map((table) => [tableEntry(table.name), { ...table, to: path.join(folder, table.name) }] as const);
  const files = contents.files.map((file) => [fileEntry(file.sha256), { ...file, to: path.join(folder, file.sha256) }] as const);
  return new Map<string, Part>([...tables, ...files]);
}

async function save(entry: AsyncIterable<unknown>, header: Header, parts: Map<string, Part>): Promise<void> {
  const part = parts.get(header.name);
  if (!part || header.type !== 'file') throw refuse(`it holds "${header.name.slice(0, 100)}", which does not belong there`);
  if (header.size !== part.bytes) throw refuse(`"${header.name}" has another size than its list says`);
  parts.delete(header.name);
  const { stream, result } = measure();
  await pipeline(entry, stream, createWriteStream(part.to, { flags: 'wx', mode: 0o600 }));
  if (result().sha256 !== part.sha256) throw refuse(`"${header.name}" was damaged or altered`);
}

/** Unpacks an archive into an empty folder, flat, and only what its list of contents names with the right size and hash. */
export async function unpack(file: string, folder: string): Promise<Contents> {
  const tar = extract();
  const source = createReadStream(file);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let contents: Contents | undefined;
  let parts = new Map<string, Part>();
  try {
    for await (const entry of tar) {
      if (contents) {
        await save(entry, entry.header, parts);
        continue;
      }
      contents = await readContents(entry, entry.header);
      parts = partsOf(contents, folder);
    }
  } catch (error) {
    throw error instanceof Mistake ? error : refuse(error instanceof Error ? error.message : 'it can not be read');
  } finally {
    source.destroy();
  }
  if (!contents) throw refuse('it is empty');
  if (parts.size > 0) throw refuse(`"${[...parts.keys()][0] ?? ''}" is missing from it`);
  return contents;
}
