import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { inRoot } from '../paths.ts';
import { next, plain, until, words } from './phone.ts';

/** A step of a written way through a practice. */
export type Step = { step: 'tap'; target: string } | { step: 'type'; target: string; text: string } | { step: 'wait' };

/** One document of a course of ours, such as `lessons/roles`, as it is written. */
export function documentOf<T>(course: string, name: string): T {
  return JSON.parse(readFileSync(inRoot(`libs/curriculum/courses/${course}/${name}.json`), 'utf8')) as T;
}

/** The tasks of a practice of our courses, with the ways that are written for them. */
export function tasksOf(course: string, practice: string): { id: string; path: Step[] }[] {
  return documentOf<{ tasks: { id: string; path: Step[] }[] }>(course, `practices/${practice}`).tasks;
}

const target = (page: Page, id: string): Locator => page.locator(`sala-phone [data-target="${id}"]`).first();

/** Does one step as a finger would; what only time brings is waited for. */
export async function take(page: Page, step: Step, following: Step | undefined): Promise<void> {
  if (step.step === 'wait') {
    if (following && following.step !== 'wait') await target(page, following.target).waitFor({ timeout: 60_000 });
    return;
  }
  await target(page, step.target).click();
  if (step.step !== 'type') return;
  await page.locator('.sim-keyboard .offer').first().click();
  await page.locator('.sim-keyboard .done').click();
}

/** Goes the whole written way and waits until the practice says that it is done. */
export async function rehearse(page: Page, course: string, practice: string): Promise<void> {
  const way = tasksOf(course, practice).flatMap((task) => task.path);
  for (const [index, step] of way.entries()) await take(page, step, way[index + 1]);
  await until(
    () => words(page),
    (text) => text.includes('លោកអ្នកធ្វើបានហើយ'),
    90_000,
  );
}

/** Leaves a practice for now, if one is shown, and goes on to the next card. */
export async function goOn(page: Page): Promise<string> {
  const skip = page.getByRole('button', { name: plain('រំលងសិន') });
  // A lesson that is still being fetched has no card yet, so nothing can be said of the kind it will be.
  await page.locator('sala-card, sala-question, sala-lesson-result').first().waitFor();
  // The way on is taken away a moment after the card has come, once the phone in it is drawn.
  if (await page.locator('sala-practice-card').count())
    await page.locator('sala-practice-card :is(sala-practice-stage, sala-notice)').first().waitFor();
  if (await skip.count()) await skip.click();
  return next(page);
}
