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

/** Keeps what a page looks like on paper, as a PDF and the first sheet of A4 as a picture; does nothing without SALA_SHOTS. */
export async function keepPrint(page: Page, pdf: Buffer, name: string): Promise<void> {
  const folder = process.env['SALA_SHOTS'];
  const size = page.viewportSize();
  if (!folder || !size) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.pdf`), pdf);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.screenshot({ path: path.join(folder, `${name}-printed.png`) });
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
}
