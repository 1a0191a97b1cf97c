import path from 'node:path';

/** The folder of the checkout: every other path hangs on it. */
export const root = path.resolve(import.meta.dirname, '..');

/** A path inside the checkout. */
export const inRoot = (...parts: string[]): string => path.join(root, ...parts);

/** Where a run keeps what must outlive it: the database, files, secrets. Never deleted by us; tests have their own. */
export const dataFolder = process.env['SALA_DATA'] || inRoot('.data');
