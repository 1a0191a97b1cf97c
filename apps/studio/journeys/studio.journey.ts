import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoSignIns } from '../../../tools/test/demo.ts';
import {
  closePhones,
  faults,
  heading,
  openPhone,
  plain,
  primary,
  signInByCard,
  tapDigits,
  until,
  welcome,
  words,
  type Phone,
} from '../../../tools/test/phone.ts';
import { onDatabase } from '../../../tools/test/database.ts';
import { shot } from '../../../tools/test/shots.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';

const PRICE = 'select riel_per_gigabyte as riel from data_price';

describe('the studio', () => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer();
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
  });

  async function signIn({ page }: Phone, role: string, code?: string): Promise<void> {
    const account = demoSignIns(server.databaseUrl).staff.find(({ email }) => email.startsWith(role));
    await page.goto(`${server.origin}/studio`);
    await page.getByLabel(/^អ៊ីមែល/).fill(account?.email ?? '');
    await page.getByRole('textbox', { name: plain('ពាក្យសម្ងាត់') }).fill(account?.password ?? '');
    await page.getByLabel(/៦ ខ្ទង់/).fill(code ?? account?.code ?? '');
    await page.locator('form .primary').click();
  }

  it.each([
    [1280, 800],
    [360, 640],
  ])(
    'lets a trainer in with a second factor and lists the published course, at %d×%d',
    async (width, height) => {
      const studio = await openPhone({ width, height });
      await studio.page.goto(`${server.origin}/studio`);
      await until(
        () => heading(studio.page),
        (now) => now === 'ចូលស្ទូឌីយោ',
      );
      expect(await faults(studio.page)).toEqual([]);
      await signIn(studio, width > 1000 ? 'trainer' : 'reviewer');
      const text = await until(
        () => words(studio.page),
        (all) => all.includes('ចូលរួមប្រជុំតាម Zoom'),
      );
      expect(text).toContain('០ ក្នុងចំណោម ៨');
      expect(await faults(studio.page)).toEqual([]);
      expect(studio.foreign).toEqual([]);
      expect(studio.complaints).toEqual([]);
    },
    60_000,
  );

  it('says the same kind sentence for a wrong code, and keeps what was typed', async () => {
    const studio = await openPhone({ width: 1280, height: 800 });
    await signIn(studio, 'administrator', '000000');
    await until(
      () => words(studio.page),
      (all) => all.includes('មិនត្រឹមត្រូវ') || all.includes('មិនបាន'),
    );
    expect(await studio.page.getByLabel(/^អ៊ីមែល/).inputValue()).toBe('administrator@demo.sala.example');
    expect(await faults(studio.page)).toEqual([]);
  }, 60_000);

  it('helps a learner who forgot the PIN with a one-time code', async () => {
    const card = demoSignIns(server.databaseUrl).cards[0] ?? '';
    const phone = await openPhone();
    await welcome(phone.page, server.origin);
    await signInByCard(phone.page, card, '2580', true);
    await until(
      () => words(phone.page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
    );
    await phone.page.locator('header').getByText(plain('អ្នករៀន')).click();
    await phone.page
      .getByRole('button', { name: plain('ចាន់ណា') })
      .or(phone.page.getByRole('link', { name: plain('ចាន់ណា') }))
      .click();
    await until(
      () => heading(phone.page),
      (now) => now.includes('ខ្ទង់'),
    );

    const studio = await openPhone({ width: 1280, height: 800 });
    await signIn(studio, 'officer');
    // Who makes no courses is led to the people.
    await until(
      () => heading(studio.page),
      (now) => now === 'ខេត្តបន្ទាយមានជ័យ',
    );
    await studio.page.getByRole('link', { name: /ចាន់ណា/ }).click();
    await studio.page.getByRole('button', { name: plain('ឱ្យលេខកូដប្រើម្ដង') }).click();
    expect(await faults(studio.page)).toEqual([]);
    await studio.page.locator('section.card .primary').click();
    const code = (await studio.page.locator('.code').innerText()).replace(/\D/g, '');
    expect(code).toHaveLength(8);

    const { page } = phone;
    await page.getByRole('button', { name: plain('ភ្លេចលេខ?') }).click();
    await primary(page).click();
    await tapDigits(page, code);
    await primary(page).click();
    await page.getByRole('heading', { name: /ជ្រើស/ }).waitFor();
    await tapDigits(page, '7391');
    await page.getByRole('heading', { name: /ម្ដងទៀត/ }).waitFor();
    await tapDigits(page, '7391');
    await until(
      () => words(page),
      (text) => text.includes('ចាប់ផ្ដើមរៀន'),
      20_000,
    );
  }, 90_000);

  it('lets who may do so set the price of data, on a laptop and on a phone', async () => {
    const studio = await openPhone({ width: 1280, height: 800 });
    const { page } = studio;
    await signIn(studio, 'administrator');
    await page.getByRole('link', { name: plain('តម្លៃអ៊ីនធឺណិត') }).click();
    const field = page.getByRole('textbox');
    for (const [width, height, typed, riel] of [
      [1280, 800, '៣ ៥០០', 3_500],
      [360, 640, '2,800', 2_800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await field.fill('ថោក');
      await page.locator('form .primary').click();
      await until(
        () => words(page),
        (text) => text.includes('សូមសរសេរលេខពី'),
      );
      await shot(page, `price-${width}`);
      expect(await faults(page)).toEqual([]);
      await field.fill(typed);
      await page.locator('form .primary').click();
      await until(
        () => words(page),
        (text) => text.includes('បានរក្សាទុក'),
      );
      await shot(page, `price-${width}-saved`);
      expect(await faults(page)).toEqual([]);
      const kept = await onDatabase(server.databaseUrl, async (client) => (await client.query<{ riel: number }>(PRICE)).rows);
      expect(kept).toEqual([{ riel }]);
    }
  }, 60_000);
});
