import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const OPTIONS: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/** What of axe is asked inside a page; what goes in and out there must be plain data. */
interface AxeWindow extends Window {
  axe: {
    runPartial(context: object, options: object): Promise<object>;
    finishRun(partial: readonly (object | null)[], options: object): Promise<Pick<axe.AxeResults, 'violations'>>;
    utils: {
      getFrameContexts(context: object, options: object): { frameSelector: string; frameContext: object }[];
      shadowSelect(selector: string): Element | null;
    };
  };
}

/** What axe finds in a frame and then in the frames in it, one after the other. */
async function look(frame: Frame, context: object): Promise<(object | null)[]> {
  // Brought in once: axe's own binding for Playwright does it for each look, and opens another page for the report: most of what the journeys took.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const { found, frames } = await frame.evaluate(
    async ([where, options]) => {
      const { runPartial, utils } = (window as unknown as AxeWindow).axe;
      return { frames: utils.getFrameContexts(where, options), found: await runPartial(where, options) };
    },
    [context, OPTIONS] as const,
  );
  const all: (object | null)[] = [found];
  for (const { frameSelector, frameContext } of frames) {
    const element = await frame.evaluateHandle(
      (selector) => (window as unknown as AxeWindow).axe.utils.shadowSelect(selector),
      frameSelector,
    );
    const inner = await element.asElement()?.contentFrame();
    all.push(...(inner ? await look(inner, frameContext) : [null]));
  }
  return all;
}

/** Faults by WCAG 2.2 A and AA in a page and its frames, each with the elements that have it. */
export async function axeFaults(page: Page): Promise<string[]> {
  const found = await look(page.mainFrame(), { exclude: [] });
  const { violations } = await page.evaluate(([partial, options]) => (window as unknown as AxeWindow).axe.finishRun(partial, options), [
    found,
    OPTIONS,
  ] as const);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 100)).join(' | ')}`);
}
