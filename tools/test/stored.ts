import type { Page } from 'playwright-core';
import { until } from './phone.ts';

/** Everything in a table of the phone's own store. */
export const stored = <T>(page: Page, table: string): Promise<T[]> => ask(page, table, 'getAll') as Promise<T[]>;

/** The keys of everything in a table of the phone's own store. */
export const storedKeys = (page: Page, table: string): Promise<string[]> => ask(page, table, 'getAllKeys') as Promise<string[]>;

function ask(page: Page, table: string, what: 'getAll' | 'getAllKeys'): Promise<unknown[]> {
  return page.evaluate(
    ([name, method]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('sala');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name)[method]();
          rows.onerror = () => reject(rows.error ?? new Error('not read'));
          rows.onsuccess = () => (opening.result.close(), resolve(rows.result as unknown[]));
        };
      }),
    [table, what] as const,
  );
}

/** Waits until the phone and its server know each other's keys, which happens by the way some seconds after they met. */
export async function untilIntroduced(page: Page): Promise<void> {
  await until(
    () => stored<{ name: string }>(page, 'kept'),
    (kept) => kept.some(({ name }) => name === 'server-keys'),
    60_000,
  );
}
