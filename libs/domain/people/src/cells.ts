/** A table as a spreadsheet holds it: rows of texts. */
export type Cells = readonly (readonly string[])[];

// A spreadsheet takes a text that begins like this for a formula, and runs it.
const DANGEROUS = /^['=+\-@\t\r]/;

/** A text as it goes into a spreadsheet: what could be taken for a formula gets an apostrophe before it. */
export function safeCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** A text as it came out of a spreadsheet, without the apostrophe that made it safe: `restored(safeCell(text))` is `text`. */
export function restored(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
