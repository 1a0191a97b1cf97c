import type { Locator, Page } from 'playwright-core';
import { until } from './phone.ts';

/** What can be operated on the screen but is not met by going through it with the Tab key; a group of radio buttons is one stop. */
export async function unreachable(page: Page): Promise<string[]> {
  const mark = (): Promise<number> =>
    page.evaluate(() => {
      const open = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
      const groups = new Set<string>();
      const stops = [...open.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
        (element) => {
          if (!element.checkVisibility() || element.closest('[inert]') || element.matches(':disabled, fieldset:disabled *')) return false;
          if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
          const isFirst = !groups.has(element.name);
          groups.add(element.name);
          return isFirst;
        },
      );
      stops.forEach((element) => element.setAttribute('data-stop', ''));
      return stops.length;
    });
  const count = await mark();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    addEventListener('focusin', ({ target: met }) => {
      (met as Element).removeAttribute('data-stop');
      if (met instanceof HTMLInputElement && met.type === 'radio')
        document.querySelectorAll(`input[name="${met.name}"]`).forEach((one) => one.removeAttribute('data-stop'));
    });
  });
  // Held down, as one would.
  for (let presses = 0; presses < count + 8; presses++) await page.keyboard.down('Tab');
  await page.keyboard.up('Tab');
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-stop]')].map((element) => {
      element.removeAttribute('data-stop');
      return element.outerHTML.slice(0, 100);
    }),
  );
}

/** Presses a button by the keyboard alone, once nothing lies over it any more. */
export async function enter(button: Locator): Promise<void> {
  await until(() => button.evaluate((element) => element.closest('[inert]') === null), Boolean);
  await button.focus();
  await button.press('Enter');
}

/** Chooses a radio button or box by the keyboard alone. */
export async function space(box: Locator): Promise<void> {
  await box.focus();
  await box.press(' ');
}
