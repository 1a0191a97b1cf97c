import type { FrameLocator, Locator, Page } from 'playwright-core';
import { inRoot } from '../paths.ts';
import { demoSignIns } from './demo.ts';
import { faults, plain, until, wideAtTwice, words } from './phone.ts';

/** A text in both languages. */
interface Words {
  km: string;
  en: string;
}

/** A card of a draft, as far as journeys look at it. */
interface Card {
  id: string;
  kind: string;
  title: Words;
  picture?: { file: string };
  voice?: { km?: { file: string; seconds: number } };
}

/** A draft as the server holds it. */
export interface Draft {
  revision: number;
  document: { title: Words; lessons: { id: string; cards: Card[] }[] };
  translated: Record<string, string>;
}

/** A file of the repository, to be brought into a course. */
export const repositoryFile = (path: string): string => inRoot(path);

/** The draft that is open in a tab, by its address. */
export const courseOf = (page: Page): string => /courses\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

/** What the server holds of the draft that is open in a tab. */
export async function draftOf(page: Page): Promise<Draft> {
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/authoring/drafts/${courseOf(page)}`);
  return (await answer.json()) as Draft;
}

/** Signs somebody of the staff in to the studio. */
export async function signInToStudio(page: Page, server: { origin: string; databaseUrl: string }, role: string): Promise<void> {
  const account = demoSignIns(server.databaseUrl).staff.find(({ email }) => email.startsWith(role));
  await page.goto(`${server.origin}/studio`);
  await page.getByLabel(/^អ៊ីមែល/).fill(account?.email ?? '');
  await page.getByRole('textbox', { name: plain('ពាក្យសម្ងាត់') }).fill(account?.password ?? '');
  await page.getByLabel(/៦ ខ្ទង់/).fill(account?.code ?? '');
  await page.locator('form .primary').click();
  await page.getByRole('heading', { name: plain('វគ្គដែលកំពុងសរសេរ') }).waitFor();
}

/** The box of a text field in a language. */
export const field = (page: Page, name: string, language: 'km' | 'en' = 'km'): Locator =>
  page
    .getByRole('group', { name: plain(name) })
    .locator(`textarea[lang=${language}]`)
    .first();

/** A button by its words. */
export const button = (where: Page | Locator, name: string): Locator => where.getByRole('button', { name: plain(name) }).first();

/** The phone beside the form. */
export const phoneBeside = (page: Page): FrameLocator => page.frameLocator('iframe');

/** Waits until the phone beside the form shows a title. */
export const phoneShows = (page: Page, title: string): Promise<string> =>
  until(
    async () => (await phoneBeside(page).locator('h1').innerText()).replace(/[\u200b\u2060]/g, ''),
    (now) => now === title,
  );

/** Waits until the page says something. */
export const says = (page: Page, part: string): Promise<string> =>
  until(
    () => words(page),
    (all) => all.includes(part),
  );

/** Waits until the server holds what was written; the page is given the time to say that it doesn't yet. */
export async function onServer(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  await says(page, 'រក្សាទុកនៅលើម៉ាស៊ីនមេ');
}

/** Faults of the page from its top: the bar that stays in sight covers whatever happens to be scrolled under it. */
export async function faultsFromTop(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0));
  const isPhone = page.viewportSize()?.width === 360;
  return [...(await faults(page)), ...(isPhone ? await wideAtTwice(page) : [])];
}
