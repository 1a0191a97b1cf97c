import type { Page } from 'playwright-core';
import { until } from './phone.ts';

/** Everything in a table of the phone's own store. */
export function stored<T>(page: Page, table: string): Promise<T[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('sala');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll();
          rows.onsuccess = () => (opening.result.close(), resolve(rows.result as unknown[]));
        };
      }),
    table,
  ) as Promise<T[]>;
}

/** Waits until the phone and its server know each other's keys, which happens by the way some seconds after they met. */
export async function untilIntroduced(page: Page): Promise<void> {
  await until(
    () => stored<{ name: string }>(page, 'kept'),
    (kept) => kept.some(({ name }) => name === 'server-keys'),
    60_000,
  );
}
