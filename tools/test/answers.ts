import type { Page } from 'playwright-core';

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
