import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { edited, paused, redone, settled, undone, type Edit, type History, type Side, type Writing } from '@sala/domain/editing';
import type { DraftDocument } from '@sala/domain/publishing';
import { Api, type TroubleCode } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { DraftCopy } from './draft-copy.js';
import { DraftFiles } from './draft-files.js';
import { baseOf, DraftPost } from './draft-post.js';
import { DraftShelf } from './draft-shelf.js';
import { freshId } from './ids.js';
import { WritingTab } from './writing-tab.js';

/** The author stops typing for so long: what is written goes to the disk and to the server. */
const PAUSE_MS = 800;
/** Whose words are changed: a course goes on from these states. */
const OPEN_STATES = new Set(['draft', 'published']);
const WRITERS = new Set(['trainer', 'administrator']);

/** The desk on which one draft lies: its text, edits with undo, and the saving that goes on by itself. Each page of a draft stands on it. */
@Injectable()
export class DraftDesk {
  private readonly api = inject(Api);
  private readonly copy = inject(DraftCopy);
  private readonly post = inject(DraftPost);
  private readonly files = inject(DraftFiles);
  private readonly shelf = inject(DraftShelf);
  private readonly staff = inject(StaffSession).staff;
  private readonly tab = inject(WritingTab);
  private timer?: ReturnType<typeof setTimeout>;

  /** Why nothing can be shown. */
  readonly trouble = signal<TroubleCode | undefined>(undefined);
  readonly courseId = this.copy.courseId.asReadonly();
  /** The course as it is written now; undefined until it is here. */
  readonly document = computed((): DraftDocument | undefined => this.copy.writing()?.document);
  readonly translated = computed(() => this.copy.writing()?.translated ?? {});
  readonly canUndo = computed(() => (this.copy.history()?.past.length ?? 0) > 0);
  readonly canRedo = computed(() => (this.copy.history()?.future.length ?? 0) > 0);
  /** What was asked of the author because somebody else changed the same words. */
  readonly conflict = this.copy.conflict.asReadonly();
  /** The revision and state that the server told last; undefined for a course that it has never seen. */
  readonly base = this.copy.base.asReadonly();
  /** Whether this draft is written in in another tab. */
  readonly isFollower = computed(() => this.tab.writes() === false);
  /** Whether this member of staff may write courses at all. */
  readonly isAuthor = computed(() => this.staff()?.roles.some(({ role }) => WRITERS.has(role)) ?? false);
  /** Whether the course may be changed now: not while it is under review, in two tabs, or by somebody who only reads. */
  readonly mayEdit = computed(
    () => this.isAuthor() && this.tab.writes() === true && OPEN_STATES.has(this.base()?.state ?? 'draft') && !this.conflict(),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => void this.save());
    this.tab.onSaved = () => void this.reread();
    // The other tab begins with what the server holds once this one's last words are there: else they would look like somebody else's.
    this.tab.beforeHandOver = async () => {
      clearTimeout(this.timer);
      await this.post.keep();
      await this.post.settled();
      await this.post.keep();
    };
    this.tab.onTurn = () => void this.reread().then(() => this.post.send());
  }

  /** Opens a draft: what is on this computer at once, then what the server holds. */
  async open(courseId: string): Promise<void> {
    this.copy.courseId.set(courseId);
    this.trouble.set(undefined);
    await this.files.open();
    await this.reread();
    const writes = this.tab.writes() ?? (await this.tab.take(courseId));
    const reply = await this.api.call('draft', { path: { courseId } });
    if (!reply.ok) {
      if (!this.document()) return this.trouble.set(reply.trouble.code);
      // A course that was begun without a line is not there yet.
      if (reply.trouble.code === 'not-found' ? !this.base() : reply.trouble.code === 'offline') return this.start(writes);
      return this.copy.line.set(reply.trouble.code === 'not-signed-in' ? 'sign-in' : 'offline');
    }
    const base = baseOf(reply.value);
    if (!base) return this.trouble.set('server-error');
    if (this.document()) this.post.join(base);
    else this.begin(base.writing, base);
    this.start(writes);
  }

  /** Does an edit; with a key, edits one after the other are one step until the author pauses. */
  edit(edit: Edit, key?: string): void {
    this.change((history) => edited(history, edit, key));
  }

  /** Takes the last step back. */
  undo(): void {
    this.change(undone);
  }

  /** Does again what was taken back. */
  redo(): void {
    this.change(redone);
  }

  /** Settles what two people changed, card by card in the order of the disputes, and goes on. */
  settle(sides: readonly Side[]): void {
    const conflict = this.conflict();
    if (!conflict) return;
    const merged = conflict.disputes.reduce<Writing>(
      (writing, dispute, index) => settled(writing, dispute, sides[index] ?? 'mine', () => freshId('card')),
      conflict.merged,
    );
    this.post.settle({ ...conflict, merged });
    void this.save();
  }

  /** The line is back. */
  reconnect(): void {
    if (!this.isFollower()) void this.post.sendAfresh();
  }

  /** Whether closing the tab now would lose what was just written. */
  wouldLose(): boolean {
    return this.copy.isUnkept() && this.copy.isAhead();
  }

  /** Lets this tab write instead of the one that does. */
  writeHere(): void {
    this.tab.askForTurn();
  }

  /** Asks the server for its state: after a step of the review, or when one comes back to the tab. */
  async refresh(): Promise<void> {
    await this.leave();
    await this.post.catchUp();
    await this.post.keep();
    this.tab.tellSaved();
  }

  /** Writes to the disk and sends at once. */
  async save(): Promise<void> {
    if (this.isFollower()) return;
    await this.leave();
    await this.post.send();
    this.tab.tellSaved();
  }

  private change(change: (history: History) => History): void {
    if (!this.mayEdit()) return;
    const history = this.copy.history();
    if (!history) return;
    const next = change(history);
    if (next === history) return;
    this.copy.history.set(next);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.pause(), PAUSE_MS);
  }

  private async pause(): Promise<void> {
    this.copy.history.update((history) => history && paused(history));
    await this.save();
  }

  /** Writes what is not on the disk yet; nothing when it is, or when another tab writes. */
  async leave(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.copy.isUnkept() || this.isFollower()) return;
    await this.post.keep();
    this.tab.tellSaved();
  }

  /** The author comes back to this tab: somebody else may have saved. */
  async comeBack(): Promise<void> {
    if (this.isFollower()) return;
    if (this.copy.isAhead()) await this.post.send();
    else if (this.base()) await this.post.catchUp();
  }

  private async reread(): Promise<void> {
    const stored = await this.shelf.read(this.staff()?.person.id ?? '', this.courseId()).catch(() => undefined);
    if (stored) this.copy.takeStored(stored);
  }

  private begin(writing: Writing, base?: Parameters<DraftCopy['base']['set']>[0]): void {
    this.copy.base.set(base);
    this.copy.take(writing);
  }

  private start(writes: boolean): void {
    if (writes) void this.save();
  }
}
