import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { closePhones, faults, openPhone, plain, until, words, type Phone } from '../../../tools/test/phone.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { shot } from '../../../tools/test/shots.ts';

const COURSE = '5a1a0000-0000-4000-8000-000000000007';

describe('a course on its way to learners', () => {
  let server: Server;
  let trainer: Page;
  let reviewer: Page;

  beforeAll(async () => {
    server = await startServer();
    trainer = await signedIn('trainer');
    reviewer = await signedIn('reviewer');
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  async function signedIn(role: string): Promise<Page> {
    const { page }: Phone = await openPhone({ width: 1280, height: 800 });
    const account = demoSignIns(server.databaseUrl).staff.find(({ email }) => email.startsWith(role));
    await page.goto(`${server.origin}/studio`);
    await page.getByLabel(/^អ៊ីមែល/).fill(account?.email ?? '');
    await page.getByRole('textbox', { name: plain('ពាក្យសម្ងាត់') }).fill(account?.password ?? '');
    await page.getByLabel(/៦ ខ្ទង់/).fill(account?.code ?? '');
    await page.locator('form .primary').click();
    await page.getByRole('link', { name: plain('វគ្គសិក្សា') }).waitFor();
    return page;
  }

  const said = (page: Page, text: string): Promise<string> =>
    until(
      () => words(page),
      (all) => all.includes(text),
      20_000,
    );
  const at = (page: Page, rest: string): Promise<unknown> => page.goto(`${server.origin}/studio/courses/${COURSE}${rest}`);

  it('shows a practice in its editor', async () => {
    await trainer.evaluate(async (id) => {
      await fetch(`/api/authoring/drafts/${id}/begin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fromCourseId: id }),
      });
    }, COURSE);
    await at(trainer, '/practices/waiting-room');
    await said(trainer, 'សាកលំហាត់ភ្លាមៗ');
    await shot(trainer, 'practice-screens');
    for (const [index, name] of ['កិច្ចការ', 'អ្វីដែលកើតឡើងឯង', 'អំពីលំហាត់នេះ', 'គ្មានអ្វីត្រូវកែទេ'].entries()) {
      await trainer.getByRole('button', { name: plain(name) }).click();
      await shot(trainer, `practice-part-${index}`);
    }
    expect(await faults(trainer)).toEqual([]);
    await at(trainer, '/review');
    await said(trainer, 'ផ្ញើឱ្យគេពិនិត្យ');
    await shot(trainer, 'review');
    expect(await faults(trainer)).toEqual([]);
    await at(trainer, '/versions');
    await said(trainer, 'អ្នកណាធ្វើអ្វី');
    await trainer
      .getByRole('button', { name: plain('មើលអ្វីដែលប្រែ') })
      .first()
      .click();
    await said(trainer, 'ដូចគ្នានឹងឥឡូវនេះ');
    await shot(trainer, 'versions');
    expect(await faults(trainer)).toEqual([]);
    expect(reviewer).toBeDefined();
  }, 120_000);
});
