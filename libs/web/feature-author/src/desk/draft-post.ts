import { DestroyRef, inject, Injectable } from '@angular/core';
import type { DraftReply, SavedReply } from '@sala/contract/dto';
import { disputesOf, grafted, merged, rebased, same, type Writing } from '@sala/domain/editing';
import { readDraft } from '@sala/domain/publishing';
import { Api, type TroubleCode } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { DraftCopy, type Conflict, type Line } from './draft-copy.js';
import { DraftFiles } from './draft-files.js';
import { DraftShelf, type DraftBase } from './draft-shelf.js';
import { WritingTab } from './writing-tab.js';

/** A computer says that it has a line a moment before it has one, so what fails is tried again soon, and then less and less often. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;
/** So long another tab waits for what this one is sending. */
const PATIENCE_MS = 3_000;
/** So many texts that were not answered are remembered. */
const UNANSWERED = 3;

/** What each trouble means for what is being written; whatever is not named here is tried again later. */
const LINES: Partial<Record<TroubleCode, Line>> = {
  'not-signed-in': 'sign-in',
  'wrong-state': 'closed',
  'not-allowed': 'closed',
  'invalid-request': 'refused',
  'too-large': 'refused',
};

/** A reply of the server as the state that we build on; undefined when it holds nothing that can be edited. */
export function baseOf(reply: DraftReply): DraftBase | undefined {
  const read = readDraft(reply.document);
  if (!read.ok) return undefined;
  const { revision, state, savedAt, media, translated } = reply;
  return { writing: { document: read.value, translated }, revision, state, savedAt, media };
}

/** Carries the open draft onto this computer's disk and to the server, and brings together what two people wrote. */
@Injectable()
export class DraftPost {
  private readonly api = inject(Api);
  private readonly copy = inject(DraftCopy);
  private readonly shelf = inject(DraftShelf);
  private readonly files = inject(DraftFiles);
  private readonly staff = inject(StaffSession).staff;
  private readonly tab = inject(WritingTab);
  private timer?: ReturnType<typeof setTimeout>;
  private pause = FIRST_PAUSE_MS;
  private running?: Promise<void> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Writes what is open to the disk of this computer. A full disk is said, and what is written goes to the server all the same. */
  async keep(): Promise<void> {
    const stored = this.copy.stored(this.staff()?.person.id ?? '');
    if (!stored || !this.tab.holds) return;
    try {
      await this.shelf.keep(stored);
      this.copy.kept.set(stored.writing);
      this.copy.isDiskFull.set(false);
    } catch {
      this.copy.isDiskFull.set(true);
    }
  }

  /** Sends until the server holds what is written, or something is in the way; one sending at a time. */
  send(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Sends at once, and soon again should the line not be there yet. */
  sendAfresh(): Promise<void> {
    this.pause = FIRST_PAUSE_MS;
    return this.send();
  }

  /** Waits until what is on its way to the server has come there, or for a moment where the line is too slow for that. */
  async settled(): Promise<void> {
    await Promise.race([this.running, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  }

  /** Asks the server for its state and brings both together. */
  async catchUp(): Promise<void> {
    const reply = await this.api.call('draft', { path: { courseId: this.copy.courseId() } });
    if (!reply.ok) return this.stop(reply.trouble.code);
    const theirs = baseOf(reply.value);
    if (theirs) this.join(theirs);
  }

  /** Puts what the server holds and what is written here together; asks where both changed the same words. */
  join(told: DraftBase): void {
    const [mine, base] = [this.copy.writing(), this.copy.base()];
    const theirs = base ? { ...told, writing: grafted(base.writing, told.writing) } : told;
    this.copy.line.set('reached');
    if (!mine || !this.copy.isAhead()) return this.follow(theirs);
    if (base && theirs.revision <= base.revision) return this.copy.base.set({ ...theirs, writing: base.writing });
    // What was sent before and never answered is the author's own, and nobody else's. A course that was begun here and is there already: everything
    // that differs is asked.
    const isOwn = this.copy.sent().some((one) => same(one.document, theirs.writing.document));
    const since = isOwn ? theirs.writing : (base?.writing ?? nothingOf(mine));
    const { value, clashes } = merged(since, mine, theirs.writing);
    if (clashes.length > 0) return this.copy.conflict.set({ since, merged: value, base: theirs, disputes: disputesOf(clashes) });
    this.settle({ since, merged: value, base: theirs, disputes: [] });
  }

  /** Goes on with what both decided; every step back holds the other's work too. */
  settle({ since, merged: writing, base }: Conflict): void {
    this.copy.conflict.set(undefined);
    this.copy.base.set(base);
    const present = same(writing.document, base.writing.document) ? base.writing : writing;
    this.copy.history.update((history) => history && { ...rebased(history, since, base.writing), present });
  }

  private follow(theirs: DraftBase): void {
    this.copy.base.set(theirs);
    if (same(this.copy.writing()?.document, theirs.writing.document)) this.copy.isNow(theirs.writing);
    else this.copy.take(theirs.writing);
  }

  private async sendAll(): Promise<void> {
    while (this.tab.holds && (this.copy.isAhead() || this.files.isWaiting()) && !this.copy.conflict()) {
      if (this.copy.isAhead() && !(await this.sendText())) return;
      const trouble = await this.files.send();
      if (trouble) return this.stop(trouble);
    }
    await this.keep();
  }

  /** Sends the text as it stands; gives whether one may go on. */
  private async sendText(): Promise<boolean> {
    const writing = this.copy.writing();
    if (!writing) return false;
    this.copy.line.set('sending');
    const baseRevision = this.copy.base()?.revision ?? 0;
    this.copy.sent.update((sent) => [...sent.filter((one) => one !== writing), writing].slice(-UNANSWERED));
    await this.keep();
    // Another tab may have taken over meanwhile; it knows what was sent.
    if (!this.tab.holds) return false;
    const saved = await this.api.call('saveDraft', { path: { courseId: this.copy.courseId() }, body: { baseRevision, ...writing } });
    if (!this.tab.holds) return false;
    if (saved.ok) {
      this.take(writing, saved.value);
      return true;
    }
    if (saved.trouble.code === 'moved-on') {
      await this.catchUp();
      await this.keep();
      return this.copy.line() === 'reached' && !this.copy.conflict();
    }
    this.stop(saved.trouble.code);
    return false;
  }

  private take(writing: Writing, { revision, state, savedAt }: SavedReply): void {
    this.copy.base.set({ writing, revision, state, savedAt, media: this.copy.base()?.media ?? [] });
    this.copy.sent.set([]);
    this.copy.line.set('reached');
    this.pause = FIRST_PAUSE_MS;
  }

  private stop(code: TroubleCode): void {
    const line = LINES[code] ?? 'offline';
    this.copy.line.set(line);
    if (line !== 'offline') return;
    this.timer = setTimeout(() => void this.send(), this.pause);
    this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
  }
}

/** A course without anything in it: what two people began from who began apart. */
const nothingOf = ({ document }: Writing): Writing => ({
  document: { ...document, title: { km: '', en: '' }, summary: { km: '', en: '' }, lessons: [], practices: [], quizzes: [] },
  translated: {},
});
