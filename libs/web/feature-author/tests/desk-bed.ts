import 'fake-indexeddb/auto';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { routes } from '@sala/contract/routes';
import { blankLesson, newCourse, type Writing } from '@sala/domain/editing';
import { ROUTES } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { IDBFactory } from 'fake-indexeddb';
import { DraftCopy } from '../src/desk/draft-copy.js';
import { DraftDesk } from '../src/desk/draft-desk.js';
import { DraftFiles } from '../src/desk/draft-files.js';
import { DraftPost } from '../src/desk/draft-post.js';
import { DraftShelf } from '../src/desk/draft-shelf.js';
import { freshId } from '../src/desk/ids.js';
import { WritingTab } from '../src/desk/writing-tab.js';
import { fieldViews } from '../src/forms/field-views.js';
import { FIELD_VIEWS } from '../src/forms/form-fields.js';
import type { DraftServer } from './draft-server.js';

/** The id of the course in these tests. */
export const COURSE = '0198c0de-0000-4000-8000-000000000001';

/** A new computer: nothing is kept on it. */
export function freshComputer(): void {
  globalThis.indexedDB = new IDBFactory();
}

let open: WritingTab | undefined;

/** What stands on a desk of a tab that was just opened; the computer's disk stays from tab to tab. */
export async function openTab(server: DraftServer): Promise<{ desk: DraftDesk; copy: DraftCopy; shelf: DraftShelf; files: DraftFiles }> {
  // The tab that was open before is killed: what it had under way reaches no server, and nothing more of it the disk.
  if (open) open.holds = false;
  globalThis.fetch = server.fetch;
  URL.createObjectURL = () => 'blob:here';
  URL.revokeObjectURL = () => undefined;
  TestBed.resetTestingModule().configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: ROUTES, useValue: routes },
      ...[DraftCopy, DraftFiles, DraftPost, DraftDesk, WritingTab],
      { provide: FIELD_VIEWS, useValue: fieldViews },
    ],
  });
  open = TestBed.inject(WritingTab);
  await TestBed.inject(StaffSession).start();
  return {
    desk: TestBed.inject(DraftDesk),
    copy: TestBed.inject(DraftCopy),
    shelf: TestBed.inject(DraftShelf),
    files: TestBed.inject(DraftFiles),
  };
}

/** A course that is begun on this computer. */
export async function begin(shelf: DraftShelf): Promise<Writing> {
  const writing = newCourse(COURSE, blankLesson(freshId));
  const personId = TestBed.inject(StaffSession).staff()?.person.id ?? '';
  await shelf.keep({ personId, courseId: COURSE, writing, at: 1 });
  return writing;
}
