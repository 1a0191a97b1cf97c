import { computed, Injectable, signal } from '@angular/core';
import { opened, type Dispute, type History, type Writing } from '@sala/domain/editing';
import type { DraftBase, StoredDraft } from './draft-shelf.js';

/** How the way to the server stands. */
export type Line = 'sending' | 'reached' | 'offline' | 'sign-in' | 'closed' | 'refused';

/** Two people's work on one draft: what it is together, what the server holds, and what they must decide. */
export interface Conflict {
  readonly since: Writing;
  readonly merged: Writing;
  readonly base: DraftBase;
  readonly disputes: readonly Dispute[];
}

/** The draft that is open: what is written with its steps back, what the server holds, and where each was kept. */
@Injectable()
export class DraftCopy {
  readonly courseId = signal('');
  readonly history = signal<History | undefined>(undefined);
  /** What the server held when it was last asked; undefined when it has never seen this course. */
  readonly base = signal<DraftBase | undefined>(undefined);
  /** The text that is on this computer's disk. */
  readonly kept = signal<Writing | undefined>(undefined);
  /** What was sent and not answered yet, the last few. */
  readonly sent = signal<readonly Writing[]>([]);
  /** Whether this computer could not keep the last text. */
  readonly isDiskFull = signal(false);
  readonly line = signal<Line>('reached');
  readonly conflict = signal<Conflict | undefined>(undefined);

  readonly writing = computed(() => this.history()?.present);
  /** Whether something is written that the server doesn't hold. */
  readonly isAhead = computed(() => this.writing() !== undefined && this.writing() !== this.base()?.writing);
  /** Whether something is written that this computer's disk doesn't hold. */
  readonly isUnkept = computed(() => this.writing() !== undefined && this.writing() !== this.kept());

  /** Shows what was kept on this computer. */
  takeStored(stored: StoredDraft): void {
    this.base.set(stored.base);
    this.sent.set(stored.sent ?? []);
    this.conflict.set(undefined);
    this.take(stored.writing);
    this.kept.set(stored.writing);
  }

  /** Shows a text that nobody can take back. */
  take(writing: Writing): void {
    this.history.set(opened(writing));
  }

  /** What is open is this very text. */
  isNow(writing: Writing): void {
    this.history.update((history) => history && { ...history, present: writing });
  }

  /** The open draft as it is kept on this computer. */
  stored(personId: string): StoredDraft | undefined {
    const [writing, base, sent] = [this.writing(), this.base(), this.sent()];
    return writing && { personId, courseId: this.courseId(), writing, ...(base ? { base } : {}), sent, at: Date.now() };
  }
}
