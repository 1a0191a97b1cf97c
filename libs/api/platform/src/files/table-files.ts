import { Injectable } from '@nestjs/common';
import writeXlsxFile from 'write-excel-file/node';

/** A sheet: a name, and rows of texts and numbers whose first is the heading. */
export interface Sheet {
  readonly name: string;
  readonly table: readonly (readonly (string | number)[])[];
}

/** A file that leaves Sala. */
export interface TableFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Tables as files. Whoever makes a table makes its texts safe first; here a text is only ever written as a text. */
@Injectable()
export class TableFiles {
  /** Writes sheets as one workbook, or as CSV with a mark by which spreadsheets know that it is UTF-8. */
  async write(sheets: readonly Sheet[], form: keyof typeof TYPES, name: string): Promise<TableFile> {
    const bytes = form === 'csv' ? Buffer.from(`\uFEFF${sheets.map(csv).join('\r\n')}`) : await xlsx(sheets);
    return { bytes, mediaType: TYPES[form], name: `${name}.${form}` };
  }
}

function csv({ table }: Sheet): string {
  const cell = (value: string | number): string =>
    /[",\r\n;\t]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function xlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const widths = (table: Sheet['table']): { width: number }[] =>
    (table[0] ?? []).map((_, i) => ({
      width: Math.min(48, Math.max(10, ...table.slice(0, 200).map((row) => String(row[i] ?? '').length + 2))),
    }));
  return writeXlsxFile(
    sheets.map(({ name, table }) => ({
      sheet: name,
      columns: widths(table),
      stickyRowsCount: 1,
      data: table.map((row, i) =>
        row.map((value) =>
          typeof value === 'number'
            ? { value, type: Number, ...(i === 0 && { fontWeight: 'bold' as const }) }
            : { value, type: String, ...(i === 0 && { fontWeight: 'bold' as const }) },
        ),
      ),
    })),
  ).toBuffer();
}
