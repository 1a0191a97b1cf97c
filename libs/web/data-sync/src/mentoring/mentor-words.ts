import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { LearningEventOf } from '@sala/domain/learning';
import { EventLog, Store, type StoredWord } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';

/** A request of the open learner with the answer, when it has come. */
export interface AskedHere {
  event: LearningEventOf<'help.asked'>;
  /** Whether the server has it, so that mentors can. */
  isSent: boolean;
  answer?: StoredWord;
}

/** What mentors did for the open learner, and what the learner asked. */
@Injectable({ providedIn: 'root' })
export class MentorWords {
  private readonly store = inject(Store);
  private readonly log = inject(EventLog);
  private readonly session = inject(Session);
  private readonly read = signal<{ learnerId: string; words: readonly StoredWord[]; asked: readonly AskedHere[] } | undefined>(undefined);
  private readonly own = computed(() => {
    const read = this.read();
    return read?.learnerId === this.session.learner()?.personId ? read : undefined;
  });
  /** What mentors did, the latest first. */
  readonly words = computed(() => this.own()?.words ?? []);
  /** What the learner asked on this phone, the latest first. */
  readonly asked = computed(() => this.own()?.asked ?? []);

  /** What mentors did and the learner has not put away yet. */
  readonly unread = computed(() => this.words().filter(({ readAt }) => readAt === undefined));

  constructor() {
    effect(() => {
      const learner = this.session.learner();
      this.log.revision();
      untracked(() => void this.load(learner?.personId).catch(() => undefined));
    });
  }

  /** Puts a word away; at its card it stays. */
  async markRead(word: StoredWord): Promise<void> {
    await this.store.write(['word'], (transaction) => transaction.objectStore('word').put({ ...word, readAt: Date.now() }));
    await this.load(word.learnerId);
  }

  private async load(learnerId: string | undefined): Promise<void> {
    if (learnerId === undefined) return this.read.set(undefined);
    const database = await this.store.database();
    const [words, events] = await Promise.all([
      database.getAll('word', IDBKeyRange.bound([learnerId], [learnerId, []])),
      database.getAllFromIndex('event', 'learner', learnerId),
    ]);
    const asked = events.flatMap(({ event, state }): AskedHere[] => {
      if (event.kind !== 'help.asked') return [];
      const answer = words.find((word) => word.kind === 'help.answered' && 'asked' in word.body && word.body.asked === event.id);
      return [{ event, isSent: state === 'accepted', ...(answer ? { answer } : {}) }];
    });
    if (learnerId === this.session.learner()?.personId)
      this.read.set({
        learnerId,
        words: words.sort((a, b) => (a.at < b.at ? 1 : -1)),
        asked: asked.sort((a, b) => (a.event.id < b.event.id ? 1 : -1)),
      });
  }
}
