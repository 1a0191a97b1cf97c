import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => (browser = await launchChromium()), 120_000);
afterAll(() => browser.close());

it('finds faults in the page and in a frame of it, at each look', async () => {
  const page = await browser.newPage();
  const frame = `<!doctype html><html lang=en><title>inner</title><img id=inner src=x>`;
  await page.setContent(
    `<!doctype html><html lang=en><title>outer</title><iframe title=phone srcdoc="${frame}"></iframe><a id=outer href=x></a>`,
  );
  for (const _ of [1, 2]) {
    const found = await axeFaults(page);
    expect(found.sort()).toEqual([expect.stringMatching(/^image-alt: .*inner/), expect.stringMatching(/^link-name: .*outer/)]);
  }
  await page.setContent('<!doctype html><html lang=en><title>good</title><p>good</p>');
  expect(await axeFaults(page)).toEqual([]);
});
