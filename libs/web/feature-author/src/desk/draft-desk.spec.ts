import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { at } from '@sala/domain/editing';
import { begin, COURSE, freshComputer, openTab } from '../../tests/desk-bed.js';
import { DraftServer } from '../../tests/draft-server.js';
import { SavedLine } from './saved-line.js';

const plain = (text: string): string => text.replace(/[\u200b\u2060]/g, '').trim();

/** What the author is told about where the work is kept. */
async function told(): Promise<string> {
  const line = TestBed.createComponent(SavedLine);
  await line.whenStable();
  return plain((line.nativeElement as HTMLElement).textContent ?? '');
}

describe('the desk of a draft', () => {
  let server: DraftServer;
  let tab: Awaited<ReturnType<typeof openTab>>;

  beforeEach(async () => {
    freshComputer();
    server = new DraftServer();
    tab = await openTab(server);
    await begin(tab.shelf);
    await tab.desk.open(COURSE);
    await tab.desk.save();
  });

  const write = (words: string, place = ['title']): void =>
    tab.desk.edit({ do: 'write', path: place, language: 'km', words }, place.join());
  const title = (): unknown => at(tab.desk.document(), ['title', 'km']);
  const onServer = (path: string[]): unknown => at(server.drafts.get(COURSE)?.document, path);

  it('brings a course that was begun on this computer to the server, and each pause after it', async () => {
    expect(server.drafts.get(COURSE)?.revision).toBe(1);
    write('សាលា');
    expect(await told()).toBe('កំពុងរក្សាទុក…');
    await tab.desk.save();
    expect(onServer(['title', 'km'])).toBe('សាលា');
    expect(server.saves.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
    expect(await told()).toContain('រក្សាទុកនៅលើម៉ាស៊ីនមេ');
  });

  it('goes on without a line, says where the work is, and catches up', async () => {
    server.isReached = false;
    write('គ្មានសេវា');
    await tab.desk.save();
    expect(await told()).toContain('រក្សាទុកនៅលើកុំព្យូទ័រនេះហើយ។ នឹងផ្ញើ');
    server.isReached = true;
    await tab.desk.save();
    expect(onServer(['title', 'km'])).toBe('គ្មានសេវា');
  });

  it('loses nothing when the tab is killed before the server has heard of it', async () => {
    server.isReached = false;
    write('មុនបិទ');
    await tab.desk.save();
    tab = await openTab(Object.assign(new DraftServer(), { drafts: server.drafts, isReached: true }));
    await tab.desk.open(COURSE);
    expect(title()).toBe('មុនបិទ');
    await tab.desk.save();
    expect(onServer(['title', 'km'])).toBe('មុនបិទ');
  });

  it('sends again what it got no answer to, and makes no second revision of it', async () => {
    server.losesNext = true;
    write('ចម្លើយបាត់');
    await tab.desk.save();
    expect(await told()).toContain('នឹងផ្ញើ');
    await tab.desk.save();
    expect(server.drafts.get(COURSE)?.revision).toBe(2);
    expect(await told()).toContain('ម៉ាស៊ីនមេ');
  });

  it('takes what it got no answer to for its own when more was written meanwhile, also in a tab that was opened anew', async () => {
    server.losesNext = true;
    write('មិនបានឆ្លើយ');
    await tab.desk.save();
    write('សរសេរបន្ត');
    await tab.desk.save();
    expect([tab.desk.conflict(), onServer(['title', 'km'])]).toEqual([undefined, 'សរសេរបន្ត']);
    server.losesNext = true;
    write('មុនបិទ');
    await tab.desk.save();
    expect(onServer(['title', 'km'])).toBe('មុនបិទ');
    server.isReached = false;
    write('ក្រោយបាត់ចម្លើយ');
    await tab.desk.leave();
    tab = await openTab(Object.assign(new DraftServer(), { drafts: server.drafts }));
    await tab.desk.open(COURSE);
    await tab.desk.save();
    expect([tab.desk.conflict(), onServer(['title', 'km'])]).toEqual([undefined, 'ក្រោយបាត់ចម្លើយ']);
  });

  it('asks to sign in again when the session ended, and keeps everything until then', async () => {
    server.isSignedIn = false;
    write('អស់ពេល');
    await tab.desk.save();
    expect(await told()).toMatch(/ចូលម្ដងទៀត/);
    server.isSignedIn = true;
    await tab.desk.save();
    expect(onServer(['title', 'km'])).toBe('អស់ពេល');
  });

  it('says a full disk, and that the server has it all the same', async () => {
    const keep = tab.shelf.keep.bind(tab.shelf);
    tab.shelf.keep = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    server.isReached = false;
    write('ពេញ');
    await tab.desk.save();
    expect(await told()).toContain('មិនទាន់រក្សាទុកទេ');
    server.isReached = true;
    await tab.desk.save();
    expect(await told()).toContain('ម៉ាស៊ីនមេ');
    tab.shelf.keep = keep;
  });

  it('puts what somebody else wrote elsewhere in silently, and taking back my own does not take back theirs', async () => {
    server.saveAs(COURSE, (document) => ({ ...document, summary: { km: 'របស់គេ', en: '' } }));
    write('របស់ខ្ញុំ');
    await tab.desk.save();
    expect([onServer(['title', 'km']), onServer(['summary', 'km'])]).toEqual(['របស់ខ្ញុំ', 'របស់គេ']);
    tab.desk.undo();
    await tab.desk.save();
    expect([onServer(['title', 'km']), onServer(['summary', 'km'])]).toEqual(['', 'របស់គេ']);
  });

  it('asks when both changed the same words, sends nothing until then, and loses neither', async () => {
    server.saveAs(COURSE, (document) => ({ ...document, title: { km: 'របស់គេ', en: '' } }));
    write('របស់ខ្ញុំ');
    await tab.desk.save();
    expect(tab.desk.conflict()?.disputes).toHaveLength(1);
    expect(await told()).toContain('រង់ចាំការសម្រេច');
    expect(onServer(['title', 'km'])).toBe('របស់គេ');
    tab.desk.settle(['both']);
    await tab.desk.save();
    expect(onServer(['title', 'km'])).toBe('របស់ខ្ញុំ\nរបស់គេ');
  });

  it('is closed while the course is under review', async () => {
    server.state = 'in-review';
    await tab.desk.refresh();
    expect(tab.desk.mayEdit()).toBe(false);
    write('មិនបាន');
    expect(title()).toBe('');
  });

  it('keeps a picture here at once, names it as the server does, also in every step back, and tells why one is refused', async () => {
    server.isReached = false;
    const added = await tab.files.add('picture', new Blob(['photo'], { type: 'image/png' }));
    const path = 'path' in added ? added.path : '';
    expect(await tab.files.addressOf(path)).toBe('blob:here');
    tab.desk.edit({ do: 'put', path: ['lessons', 0, 'cards', 0, 'picture'], value: { file: path, alt: { km: '', en: '' } } });
    write('បន្ទាប់');
    server.isReached = true;
    await tab.desk.save();
    expect(onServer(['lessons', '0'])).toBeUndefined();
    expect(JSON.stringify(server.drafts.get(COURSE)?.document)).toContain('pictures/p-made5.webp');
    tab.desk.undo();
    expect(JSON.stringify(tab.desk.document())).toContain('pictures/p-made5.webp');
    const bad = await tab.files.add('picture', new Blob(['x'.repeat(13)], { type: 'image/png' }));
    await tab.desk.save();
    expect(tab.files.refusal('path' in bad ? bad.path : '')).toBe('kind');
    expect(await tab.files.add('captions', new Blob([]))).toEqual({ refused: 'empty' });
  });
});
