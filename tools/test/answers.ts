import type { Page } from 'playwright-core';
import { heading } from './phone.ts';

/** What of a question of a course's document tells which answers are wrong. */
export interface Asked {
  prompt: { km: string };
  isTrue?: boolean;
  options?: { text: { km: string }; correct: boolean }[];
}

/** Answers the question on the screen somehow, whatever its kind; whether it is right is left to chance. */
export async function answerAnyhow(page: Page): Promise<void> {
  await page.locator('sala-question').waitFor();
  await page.waitForTimeout(200);
  for (const group of await page.locator('sala-question fieldset').all()) await group.locator('label.choice').first().click();
  for (const box of await page.locator('sala-question input[type=text]').all()) await box.fill('1');
  for (const name of await page.locator('sala-question details:not([open])').all()) await name.locator('summary').click();
  const left = page.locator('sala-question .pairs > ul:first-child .tile');
  const right = page.locator('sala-question .pairs > ul:last-child .tile');
  for (let pair = 0; pair < (await left.count()); pair++) {
    await left.nth(pair).click();
    await right.nth(pair).click();
  }
  const rest = page.locator('sala-question sala-order-question .tile, sala-question details[open] .tile');
  for (const tile of await rest.all()) await tile.click();
}

/** Answers the question on the screen wrongly, where a choice can be wrong; another kind somehow. */
export async function answerWrongly(page: Page, bank: readonly Asked[]): Promise<void> {
  const prompt = await heading(page);
  const asked = bank.find((one) => one.prompt.km === prompt);
  const wrong = asked?.options?.find(({ correct }) => !correct)?.text.km;
  const choices = page.locator('sala-question label.choice');
  if (wrong !== undefined) {
    const texts = (await choices.allInnerTexts()).map((text) => text.replace(/[\u200b\u2060]/g, '').trim());
    const place = texts.indexOf(wrong);
    if (place < 0) throw new Error(`no option "${wrong}" among ${texts.join(' / ')}`);
    await choices.nth(place).click();
  } else if (asked?.isTrue !== undefined) await choices.nth(asked.isTrue ? 1 : 0).click();
  else await answerAnyhow(page);
}
