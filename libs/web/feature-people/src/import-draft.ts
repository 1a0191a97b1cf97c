import { computed, inject, Injectable, signal } from '@angular/core';
import type { CheckImportReply, ImportReply } from '@sala/contract/dto';
import { readTable, type PersonRow, type TableFault } from '@sala/domain/people';
import { Api, type TroubleCode } from '@sala/web/data-api';
import type { ReadSheet, SheetFault } from './late-sheets.js';

/** A list on its way in: what was read, what is wrong with it, what was mended or left out. Nothing is lost when the line is. */
@Injectable()
export class ImportDraft {
  private readonly api = inject(Api);
  readonly rows = signal<readonly PersonRow[]>([]);
  readonly reply = signal<CheckImportReply | undefined>(undefined);
  readonly done = signal<ImportReply | undefined>(undefined);
  readonly fault = signal<TableFault | SheetFault | undefined>(undefined);
  readonly trouble = signal<TroubleCode | undefined>(undefined);
  readonly busy = signal<'checking' | 'bringing' | undefined>(undefined);
  readonly leftOut = signal(0);
  private readonly anyway = signal<ReadonlySet<number>>(new Set());
  /** Whether rows were changed since they were checked. */
  readonly isChanged = signal(false);
  readonly isGood = computed(() => this.reply()?.faulty.length === 0 && !this.isChanged() && this.rows().length > 0);
  private importId = crypto.randomUUID();

  /** Takes the cells of a file or of pasted text, and has them checked. */
  async take(read: ReadSheet): Promise<void> {
    this.restart();
    if (!read.ok) return this.fault.set(read.fault);
    const table = readTable(read.cells);
    if (!table.ok) return this.fault.set(table.fault);
    this.rows.set(table.rows);
    await this.check();
  }

  /** Begins anew with another list. */
  restart(): void {
    this.importId = crypto.randomUUID();
    for (const one of [this.reply, this.done, this.fault, this.trouble]) one.set(undefined);
    this.rows.set([]);
    this.anyway.set(new Set());
    this.leftOut.set(0);
    this.isChanged.set(false);
  }

  /** The row of a line. */
  row(line: number): PersonRow | undefined {
    return this.rows().find((row) => row.line === line);
  }

  /** Mends a field of a row. */
  mend(line: number, field: string, value: string): void {
    this.rows.update((rows) => rows.map((row) => (row.line === line ? { ...row, [field]: value } : row)));
    this.isChanged.set(true);
  }

  /** Says that a row is somebody else with the same name, or no longer. */
  toggleAnyway(line: number): void {
    this.anyway.update((lines) => {
      const now = new Set(lines);
      if (!now.delete(line)) now.add(line);
      return now;
    });
    this.isChanged.set(true);
  }

  /** Whether a row was said to be somebody else. */
  isAnyway(line: number): boolean {
    return this.anyway().has(line);
  }

  /** Leaves rows out. */
  async leaveOut(lines: readonly number[]): Promise<void> {
    const gone = new Set(lines);
    this.rows.update((rows) => rows.filter((row) => !gone.has(row.line)));
    this.leftOut.update((count) => count + gone.size);
    if (this.rows().length > 0) await this.check();
    else this.restart();
  }

  /** Has all rows checked; nothing is written. */
  async check(): Promise<void> {
    this.busy.set('checking');
    const got = await this.api.call('checkImport', { body: this.body() });
    this.busy.set(undefined);
    this.trouble.set(got.ok ? undefined : got.trouble.code);
    if (!got.ok) return;
    this.reply.set(got.value);
    this.isChanged.set(false);
  }

  /** Brings the list in; a second try after a lost answer brings nobody in twice. */
  async bringIn(): Promise<void> {
    this.busy.set('bringing');
    const got = await this.api.call('importPeople', { body: { ...this.body(), importId: this.importId } });
    this.busy.set(undefined);
    if (got.ok) return this.done.set(got.value);
    this.trouble.set(got.trouble.code);
    // Somebody else may have added one of them meanwhile.
    if (got.trouble.code === 'invalid-request') await this.check();
  }

  private body(): { rows: PersonRow[]; anyway: number[] } {
    return { rows: [...this.rows()], anyway: [...this.anyway()] };
  }
}
