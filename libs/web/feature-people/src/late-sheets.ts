// Comes only when a list is opened: what reads workbooks and CSV.
import type { Cells } from '@sala/domain/people';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';

/** Why a file can't be read. */
export type SheetFault = 'too-big' | 'not-a-table' | 'damaged';

/** A list's cells, or why there are none. */
export type ReadSheet = { ok: true; cells: Cells } | { ok: false; fault: SheetFault };

/** The largest file that is opened: five thousand people take a tenth of it. */
export const LARGEST_FILE = 2_000_000;
const LARGEST_UNPACKED = 40_000_000;
const MOST_PARTS = 300;

const refused = (fault: SheetFault): ReadSheet => ({ ok: false, fault });

/** Reads the first sheet of a workbook, or CSV in any of the encodings that spreadsheets write. */
export async function readFile(file: Blob): Promise<ReadSheet> {
  if (file.size > LARGEST_FILE) return refused('too-big');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // "PK" begins an archive, which a workbook is; D0 CF the workbooks of long ago.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused('not-a-table');
  const text = textOf(bytes);
  return text === undefined || text.includes('\u0000') ? refused('not-a-table') : readText(text);
}

/** Reads text with commas, semicolons or tabs between cells, as it is pasted from a spreadsheet. */
export function readText(text: string): ReadSheet {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: ['\t', ',', ';'], skipEmptyLines: false });
  return { ok: true, cells: data };
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet> {
  const parts = unpack(bytes);
  if (typeof parts === 'string') return refused(parts);
  // Packed again without compression: what would be unpacked by a worker from a blob, which our content policy refuses, is taken as it is.
  const plain = zipSync(parts, { level: 0 });
  try {
    const rows = await readSheet(new Blob([new Uint8Array(plain)]));
    return { ok: true, cells: rows.map((row) => row.map(cellText)) };
  } catch {
    return refused('damaged');
  }
}

/** The parts of a workbook that are XML, within limits that are read before anything is unpacked. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | SheetFault {
  let [size, count] = [0, 0];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        count++;
        return size <= LARGEST_UNPACKED && count <= MOST_PARTS;
      },
    });
    if (size > LARGEST_UNPACKED || count > MOST_PARTS) return 'too-big';
    if (!('xl/workbook.xml' in parts)) return 'not-a-table';
    // No sheet of ours declares entities; what does is made to swell.
    const swells = Object.values(parts).some((part) => strFromU8(part.subarray(0, 2_000)).includes('<!'));
    return swells ? 'damaged' : parts;
  } catch {
    return 'damaged';
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function textOf(bytes: Uint8Array): string | undefined {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const encoding = marked ?? unmarked(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark has zeros at every second byte of what is plain, and none between; all else is UTF-8. */
function unmarked(bytes: Uint8Array): string {
  const head = [...bytes.subarray(0, 400)];
  const zeros = (odd: number): number => head.filter((byte, i) => i % 2 === odd && byte === 0).length;
  if (zeros(1) > 4 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > 4 && zeros(1) === 0 ? 'utf-16be' : 'utf-8';
}
