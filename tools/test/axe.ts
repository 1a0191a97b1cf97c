import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Of what is not a fault one is enough: to name every element that is well takes most of axe's time. Each frame is looked at by itself. */
const OPTIONS: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  iframes: false,
};

interface AxeWindow extends Window {
  axe: { run(options: object): Promise<Pick<axe.AxeResults, 'violations'>> };
}

async function faultsOf(frame: Frame): Promise<string[]> {
  // Brought in once: axe's own binding for Playwright does it for each look, and opens another page for the report: most of what the journeys took.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async (options) => {
    const { violations } = await (window as unknown as AxeWindow).axe.run(options);
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 100)).join(' | ')}`);
  }, OPTIONS);
}

/** Whether a frame is the page's own or stands where it can be seen. */
async function isShown(frame: Frame): Promise<boolean> {
  return frame.parentFrame() === null || (await frame.frameElement()).isVisible();
}

/** Faults by WCAG 2.2 A and AA in a page and its frames, each with the elements that have it. */
export async function axeFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) if (await isShown(frame)) found.push(...(await faultsOf(frame)));
  return found;
}
