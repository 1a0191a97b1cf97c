import { inject, Injectable, signal } from '@angular/core';
import type { PracticeMode, Recorded, TaskEvidence } from '@sala/domain/practice';
import type { GlossaryEntry } from '@sala/domain/content';
import { GLOSSARY_FILE } from '@sala/domain/publishing';
import { PackageStore, Rehearsals } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Downloads } from '@sala/web/data-sync';
import type { LessonDeeds } from '@sala/web/ui-lesson';
import { readGlossary } from './glossary.js';
import { UNIT_RUN } from './unit-run.js';

/** What the cards of the open lesson or quiz do: everything goes to the disk of this phone first. */
@Injectable()
export class LessonDoing implements LessonDeeds {
  readonly rehearsing = signal(false);
  private readonly run = inject(UNIT_RUN);
  private readonly packages = inject(PackageStore);
  private readonly downloads = inject(Downloads);
  private readonly rehearsals = inject(Rehearsals);
  private readonly session = inject(Session);

  async practice(id: string): Promise<unknown> {
    const version = this.run.version();
    if (!version) return undefined;
    const path = `practices/${id}.json`;
    await this.downloads.file(version, path);
    return this.packages.document(version, path);
  }

  journal(practiceId: string, mode: PracticeMode): Promise<readonly Recorded[]> {
    return this.rehearsals.journal(this.learnerId(), this.place(practiceId, mode));
  }

  keepJournal(practiceId: string, mode: PracticeMode, recorded: readonly Recorded[]): Promise<void> {
    return this.rehearsals.keepJournal(this.learnerId(), this.place(practiceId, mode), recorded);
  }

  practiceDone(practiceId: string, mode: 'watch' | PracticeMode, steps: readonly TaskEvidence[]): Promise<void> {
    const short = steps.map(({ task, done, wrong, hints, seconds }) => ({ task, done, wrong: wrong.slice(0, 200), hints, seconds }));
    return this.run.record('practice.done', {
      lessonId: this.run.unitId(),
      practiceId,
      mode,
      steps: short,
      passed: true,
      aid: this.run.aid(),
    });
  }

  screenDiffers(practiceId: string, screen: string): Promise<void> {
    return this.run.record('screen.differs', { lessonId: this.run.unitId(), practiceId, screen });
  }

  wordKept(label: string): Promise<void> {
    return this.run.record('word.kept', { lessonId: this.run.unitId(), label });
  }

  async term(id: string): Promise<GlossaryEntry | undefined> {
    const version = this.run.version();
    if (!version) return undefined;
    await this.downloads.file(version, GLOSSARY_FILE);
    return (await readGlossary(this.packages, version))[id];
  }

  ticked(cardId: string): readonly number[] {
    const marks = this.run.factsNow()?.ticked ?? [];
    return marks.filter((mark) => mark.startsWith(`${cardId}:`)).map((mark) => Number(mark.slice(cardId.length + 1)));
  }

  tick(cardId: string, item: number): Promise<void> {
    return this.run.record('item.ticked', { lessonId: this.run.unitId(), cardId, item });
  }

  private learnerId(): string {
    return this.session.learner()?.personId ?? '';
  }

  private place(practiceId: string, mode: PracticeMode): string {
    return `${this.run.unitId()} ${practiceId} ${mode}`;
  }
}
