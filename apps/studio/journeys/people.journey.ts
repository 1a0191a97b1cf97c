import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import writeXlsxFile from 'write-excel-file/node';
import { onDatabase } from '../../../tools/test/database.ts';
import { demoSignIns } from '../../../tools/test/demo.ts';
import { enter, space, unreachable } from '../../../tools/test/keyboard.ts';
import { closePhones, faults, heading, openPhone, plain, until, words, type Phone } from '../../../tools/test/phone.ts';
import { startServer, type Server } from '../../../tools/test/server.ts';
import { keepPrint, shot } from '../../../tools/test/shots.ts';

const FAMILIES = ['សាំង', 'ងួន', 'ទូច', 'ប៊ុន', 'ឌួង', 'វ៉ាន់', 'យិន', 'រស់', 'សៀង', 'អ៊ិន'];
const GIVEN = ['សុភា', 'ចាន់ធី', 'រតនា', 'វណ្ណា', 'សំណាង', 'ដារ៉ា', 'បុប្ផា', 'ពិសី', 'សារុន', 'វាសនា', 'ម៉ាលី', 'សុខា', 'ចិត្រា', 'នារី', 'សុជាតា'];
const SECOND = ['', 'រិទ្ធ'];

/** Two in three of all learners have done something in the first lesson: alone, with help, or only opened it. */
const LEARNT = `
  with course as (select course_id, number, manifest->'lessons'->0->>'id' as lesson from course_version order by course_id, number desc limit 1),
    learner as (select h.person_id as id, row_number() over (order by h.person_id) as n from role_held h where h.role = 'learner' and h.valid_to is null),
    event as (select l.id, c.*, case l.n % 6 when 0 then 'lesson.opened' else 'lesson.completed' end as kind,
      case l.n % 6 when 0 then '{}'::jsonb else jsonb_build_object('aid', case when l.n % 3 = 1 then 'helped' else 'alone' end) end as more
      from learner l, course c where l.n % 6 < 4)
  select learning_event_append(array_agg(id), array_agg(gen_random_uuid()), array_agg(gen_random_uuid()), array_agg(1::bigint), array_agg(course_id),
    array_agg(number), array_agg(kind), array_agg(jsonb_build_object('lessonId', lesson) || more), array_agg(extract(epoch from now()) * 1000),
    array_agg(extract(epoch from now()) * 1000), array_agg(null::float8)) from event`;

/** A learner asked for help four days ago, and no mentor answered. */
const ASKED = `
  select learning_event_append(array[h.person_id], array[gen_random_uuid()], array[gen_random_uuid()], array[1::bigint], array[v.course_id], array[v.number],
    array['help.asked'], array['{"lessonId":"l","words":"ខ្ញុំរកប៊ូតុងមិនឃើញ"}'::jsonb], array[t.at], array[t.at], array[null::float8])
  from (select person_id from role_held where role = 'learner' and place_code = '01030101' limit 1) h,
    (select course_id, number from course_version limit 1) v, (select extract(epoch from now() - interval '4 days') * 1000 as at) t`;

/** Three hundred people, each name once, half of them in each of two communes; twelve of the rows have something wrong. */
function list(): string[][] {
  const rows = Array.from({ length: 300 }, (_, i) => [
    `${FAMILIES[i % 10]} ${GIVEN[Math.floor(i / 10) % 15]}${SECOND[Math.floor(i / 150)]}`,
    i % 2 === 0 ? 'ស្រុកមង្គលបូរី / ឃុំបន្ទាយនាង' : '010202',
    '',
    i % 7 === 0 ? `012 000 ${String(i).padStart(3, '0')}` : '',
  ]);
  const set = (row: number, column: number, text: string): void => {
    const cells = rows[row];
    if (cells) cells[column] = text;
  };
  set(10, 0, '');
  set(20, 0, 'កែវ');
  set(30, 1, '');
  set(40, 1, 'ឃុំគ្មានឈ្មោះ');
  set(50, 1, 'បត់ត្រង់');
  set(60, 1, 'ខេត្តបាត់ដំបង');
  set(70, 2, 'ស្ដេច');
  set(80, 2, 'មន្ត្រី');
  set(90, 3, '12');
  set(101, 0, 'លី សុភា2');
  set(110, 0, 'សុខ ចាន់ណា');
  set(121, 0, rows[1]?.[0] ?? '');
  return [['ឈ្មោះ', 'ទីកន្លែង', 'តួនាទី', 'លេខទូរសព្ទ'], ...rows];
}

describe('an officer', () => {
  let server: Server;
  let studio: Phone;
  let page: Page;
  const folder = mkdtempSync(path.join(tmpdir(), 'sala-people-'));

  beforeAll(async () => {
    server = await startServer();
    studio = await openPhone({ width: 1280, height: 800 });
    page = studio.page;
    const account = demoSignIns(server.databaseUrl).staff.find(({ email }) => email.startsWith('officer'));
    await page.goto(`${server.origin}/studio`);
    await page.getByLabel(/^អ៊ីមែល/).fill(account?.email ?? '');
    await page.getByRole('textbox', { name: plain('ពាក្យសម្ងាត់') }).fill(account?.password ?? '');
    await page.getByLabel(/៦ ខ្ទង់/).fill(account?.code ?? '');
    await page.locator('form .primary').click();
    await page.getByRole('link', { name: plain('មនុស្ស') }).waitFor();
  }, 120_000);

  afterAll(async () => {
    await closePhones();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = (): Promise<number> =>
    onDatabase(server.databaseUrl, async (client) =>
      Number((await client.query<{ n: string }>('select count(*) as n from person')).rows[0]?.n),
    );
  const says = (text: string): Promise<string> =>
    until(
      () => words(page),
      (all) => all.includes(text),
      20_000,
    );
  const button = (name: string) => page.getByRole('button', { name: plain(name) });
  const part = (name: string) => page.locator('nav.studio-parts').getByRole('link', { name: plain(name) });
  const link = (name: string) => page.getByRole('link', { name: plain(name) });
  /** The page is sound at both sizes; a picture of each. */
  const sound = async (name: string): Promise<void> => {
    for (const [width, height] of [
      [360, 640],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await shot(page, `people-${name}-${width}`);
      expect(await faults(page)).toEqual([]);
    }
  };

  it('brings in 300 people with 12 faults: mends them by keys, agrees, takes the list back, brings it in again', async () => {
    const before = await count();
    const file = path.join(folder, 'list.xlsx');
    writeFileSync(file, await writeXlsxFile(list().map((row) => row.map((value) => ({ value, type: String })))).toBuffer());
    await enter(part('មនុស្ស'));
    await says('មានមនុស្ស');
    await sound('place');
    expect(await unreachable(page)).toEqual([]);
    await enter(link('នាំចូលបញ្ជីឈ្មោះ'));
    await says('ជ្រើសឯកសារ');
    await sound('import');
    await page.locator('input[type=file]').setInputFiles(file);
    await says('មាន ១២ មិនទាន់ត្រឹមត្រូវ');
    await sound('faulty');
    expect(await count()).toBe(before);
    const row = (line: number) =>
      page.locator('sala-faulty-row').filter({ hasText: new RegExp(`${plain('បន្ទាត់ទី').source} ${khmer(line)}(?![០-៩])`) });
    const type = async (line: number, label: string, text: string): Promise<void> => {
      await row(line)
        .getByLabel(new RegExp(`^${plain(label).source}[\\u200b\\u2060]*$`))
        .focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    };
    await type(12, 'គោត្តនាម', 'សេង');
    await type(12, 'នាម', 'លក្ខណា');
    await type(22, 'នាម', 'សុវណ្ណ');
    await type(32, 'ទីកន្លែង (កូដ ឬឈ្មោះ)', '០១០២០១');
    await type(42, 'ទីកន្លែង (កូដ ឬឈ្មោះ)', 'Bat Trang commune');
    await enter(row(52).getByRole('button').first());
    await enter(row(62).getByRole('button', { name: plain('ដកបន្ទាត់នេះចេញ') }));
    await says('បានដកចេញ ១ បន្ទាត់');
    await says('មាន ៦ មិនទាន់ត្រឹមត្រូវ');
    await type(72, 'តួនាទីក្នុងសាលា', '');
    await page.keyboard.press('Delete');
    await type(82, 'តួនាទីក្នុងសាលា', 'អ្នកណែនាំ');
    await type(92, 'លេខទូរសព្ទ', '012000092');
    await type(103, 'នាម', 'សុភី');
    await space(row(112).getByRole('checkbox'));
    await enter(row(123).getByRole('button', { name: plain('ដកបន្ទាត់នេះចេញ') }));
    await says('បន្ទាត់ទាំង ២៩៨ ត្រឹមត្រូវ');
    await sound('good');
    await enter(button('បញ្ចូល ២៩៨ នាក់'));
    await says('២៩៨ នាក់ ត្រូវបានបញ្ចូល');
    await sound('brought-in');
    expect(await count()).toBe(before + 298);

    await enter(link('បញ្ជីដែលបាននាំចូល'));
    await enter(button('ដកបញ្ជីនេះវិញ'));
    await says('នឹងត្រូវដកចេញ');
    await sound('undo');
    await enter(button('ដកបញ្ជីនេះវិញ').first());
    await says('បានដកចេញ ២៩៨ នាក់');
    expect(await count()).toBe(before);

    await enter(link('នាំចូលបញ្ជីឈ្មោះ'));
    await page.locator('input[type=file]').setInputFiles(file);
    await says('មាន ១២ មិនទាន់ត្រឹមត្រូវ');
    await enter(button('ដកបន្ទាត់មិនទាន់ត្រឹមត្រូវទាំង ១២ ចេញ'));
    await enter(button('បញ្ចូល ២៨៨ នាក់'));
    await says('២៨៨ នាក់ ត្រូវបានបញ្ចូល');
    expect(await count()).toBe(before + 288);
  }, 120_000);

  it('prints the cards of the whole list on sheets of A4', async () => {
    await enter(link('បោះពុម្ពកាតរបស់ពួកគេ'));
    await says('លេខបង្ហាញតែម្ដងទេ');
    await sound('cards');
    await enter(button('ចេញកាត'));
    await says('កាត ២៨៨ ត្រូវបានចេញ');
    await page.locator('.small-card').nth(287).waitFor();
    // So many cards are looked at once only.
    await shot(page, 'people-sheets');
    expect(await faults(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(36);
    await keepPrint(page, pdf, 'cards');
  }, 90_000);

  it('adds one person in three fields', async () => {
    await enter(part('មនុស្ស'));
    await enter(link('បន្ថែមមនុស្សម្នាក់'));
    await says('គោត្តនាម និងនាម');
    await enter(button('បន្ថែមចូលបញ្ជី'));
    await says('សូមសរសេរគោត្តនាម និងនាម');
    await sound('add-faults');
    await page.getByLabel(plain('គោត្តនាម និងនាម')).fill('សាំង សុភក្តិ');
    await enter(button('សូមជ្រើសទីកន្លែង'));
    await says('ស្វែងរកទីកន្លែង');
    await page.getByRole('button', { name: plain('ស្រុកមង្គលបូរី') }).waitFor();
    await sound('picker');
    await enter(button('ស្រុកមង្គលបូរី'));
    await enter(button('ឃុំបត់ត្រង់'));
    await enter(button('យក ឃុំបត់ត្រង់'));
    await says('សាំង');
    await sound('add');
    await enter(button('បន្ថែម សាំង សុភក្តិ'));
    await says('ត្រូវបានបន្ថែម');
    await sound('added');
    await enter(link('មើលទំព័ររបស់គាត់'));
    await says('តួនាទីឥឡូវនេះ');
    await sound('person');
    expect(await unreachable(page)).toEqual([]);
    await enter(button('លុបឈ្មោះគាត់ចេញពីសាលា'));
    await says('មិនអាចត្រឡប់ដូចដើម');
    await sound('forget');
    await enter(button('ខ្ញុំបានអាន ហើយចង់បន្ត'));
    await enter(button('លុបជារៀងរហូត'));
    await says('ឈ្មោះត្រូវបានលុប');
  }, 90_000);

  it('makes a group and a mentor for it, and sees whose rights reach the place', async () => {
    await page.goto(`${server.origin}/studio/people/at/010202/groups`);
    await says('មិនទាន់មានក្រុម');
    await page.getByLabel(plain('ឈ្មោះក្រុមអ្នករៀន')).fill('ក្រុមបត់ត្រង់');
    await enter(button('បង្កើតក្រុមថ្មី'));
    await enter(button('បន្ថែមអ្នករៀន'));
    const first = page.locator('li.line').filter({ hasText: plain('វណ្ណៈ') });
    await enter(first.getByRole('button'));
    await says('បានរក្សាទុក');
    await sound('group-adding');
    await enter(button('ចប់ការបន្ថែម'));
    await enter(button('បន្ថែមអ្នកណែនាំ'));
    await page.getByLabel(plain('ស្វែងរកតាមឈ្មោះ')).fill('រតនា');
    await page.keyboard.press('Enter');
    await enter(
      page
        .locator('li.line')
        .filter({ hasText: plain('ឈឹម រតនា') })
        .filter({ hasText: plain('អ្នកណែនាំ') })
        .getByRole('button')
        .first(),
    );
    await says('នៅក្នុងក្រុមហើយ');
    await enter(button('ចប់ការបន្ថែម'));
    await sound('group');
    await enter(link('បត់ត្រង់'));
    await says('ក្រុមបត់ត្រង់');
    await sound('groups');
    await enter(link('សិទ្ធិ'));
    await says('មកពី');
    await sound('rights');
    await enter(link('ទីកន្លែងខាងក្រោម'));
    await says('ភូមិ');
    await sound('below');
  }, 90_000);

  it('reads the place’s report, goes down to a district, prints it, and takes it as a workbook', async () => {
    await onDatabase(server.databaseUrl, (client) => client.query(LEARNT));
    await until(
      () => onDatabase(server.databaseUrl, async (client) => (await client.query('select 1 from learner_course')).rowCount ?? 0),
      (rows) => rows > 150,
      30_000,
    );
    await enter(part('របាយការណ៍'));
    await says('តើទៅដល់ប៉ុន្មាននាក់');
    await sound('report');
    expect(await unreachable(page)).toEqual([]);
    await enter(page.getByRole('table').getByRole('link', { name: plain('ស្រុកមង្គលបូរី') }));
    await says('របាយការណ៍៖ ស្រុកមង្គលបូរី');
    await says('ឃុំបត់ត្រង់');
    await sound('report-district');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await keepPrint(page, pdf, 'report');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4);
    const download = page.waitForEvent('download');
    await enter(link('ទាញយក (Excel)'));
    expect((await download).suggestedFilename()).toBe('sala-report-0102.xlsx');
  }, 90_000);

  it('sees who asked for help and was not answered, and can call', async () => {
    await onDatabase(server.databaseUrl, (client) => client.query(ASKED));
    await enter(part('មនុស្ស'));
    await enter(link('សុំជំនួយ តែគ្មានអ្នកឆ្លើយ'));
    await says('ខ្ញុំរកប៊ូតុងមិនឃើញ');
    await says('រង់ចាំ ៤ ថ្ងៃ');
    expect(await link('ហៅទូរសព្ទ').getAttribute('href')).toBe('tel:092000104');
    await sound('unanswered');
  }, 60_000);

  it('and nothing was asked of anybody else, nor refused by the browser', async () => {
    expect(await heading(page)).not.toBe('');
    expect(studio.foreign).toEqual([]);
    expect(studio.complaints).toEqual([]);
  });
});

const khmer = (n: number): string => [...String(n)].map((digit) => '០១២៣៤៥៦៧៨៩'[Number(digit)]).join('');
