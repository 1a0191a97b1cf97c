import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Takes a picture of the whole page into the folder named by SALA_SHOTS, at the phone's text size and at twice that; does nothing without it. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SALA_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const size = await page.evaluate(() => document.documentElement.style.fontSize);
  for (const [suffix, fontSize] of [
    ['', size],
    ['-200', '40px'],
  ] as const) {
    await page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), fontSize);
    await page.screenshot({ fullPage: suffix !== '', path: path.join(folder, `${name}${suffix}.png`) });
  }
  await page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size);
}

/** Keeps a printed page beside the pictures; does nothing without SALA_SHOTS. */
export function keepPdf(pdf: Buffer, name: string): void {
  const folder = process.env['SALA_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.pdf`), pdf);
}
