import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Card, Lesson } from '@sala/domain/content';
import { resumeAt, type LearningEventOf } from '@sala/domain/learning';
import { Practice, replay } from '@sala/domain/practice';
import { PackageStore, Rehearsals, type StoredVersion } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Progress } from '@sala/web/data-sync';
import type { Message } from '@sala/web/ui';
import * as v from 'valibot';
import { LessonPlaces } from './lesson-places.js';
import { Shelf } from './shelf.js';

/** What a learner was looking at when help was asked for. */
export interface AskedAbout {
  version: StoredVersion;
  lesson: Message;
  card?: Message;
  body: Omit<LearningEventOf<'help.asked'>['body'], 'words' | 'voice'>;
}

const LESSON_ADDRESS = /^\/course\/([^/?]+)\/([^/?]+)(?:\/(review))?(?:\?.*)?$/;

/** Finds out what a learner was looking at: the help page is reached from every screen, so the address before it tells the lesson, and the phone's own notes the card and step. */
@Injectable({ providedIn: 'root' })
export class WhereAsked {
  private readonly router = inject(Router);
  private readonly shelf = inject(Shelf);
  private readonly packages = inject(PackageStore);
  private readonly places = inject(LessonPlaces);
  private readonly progress = inject(Progress);
  private readonly rehearsals = inject(Rehearsals);
  private readonly session = inject(Session);

  /** The lesson, card and step from which the help page was opened; undefined when it was opened elsewhere. */
  async find(): Promise<AskedAbout | undefined> {
    const before = this.router.lastSuccessfulNavigation()?.previousNavigation?.finalUrl?.toString() ?? '';
    const [, slug, lessonId, review] = LESSON_ADDRESS.exec(before) ?? [];
    if (slug === undefined || lessonId === undefined) return undefined;
    const version = await this.versionOf(slug, lessonId);
    const lesson = version && (await this.packages.lesson(version, lessonId));
    if (!version || !lesson) return undefined;
    const card = review ? undefined : lesson.cards[this.placeIn(version.courseId, lesson)];
    if (!card) return { version, lesson: lesson.title, body: { lessonId } };
    const title = card.kind === 'question' ? card.question.prompt : card.title;
    return {
      version,
      lesson: lesson.title,
      card: title,
      body: { lessonId, cardId: card.id, ...(await this.stepOf(version, lessonId, card)) },
    };
  }

  private async versionOf(slug: string, lessonId: string): Promise<StoredVersion | undefined> {
    const courseId = this.shelf.bySlug(slug)?.entry.courseId;
    const begun = courseId === undefined ? undefined : this.progress.versionBegun(courseId, lessonId);
    const pinned = begun === undefined || courseId === undefined ? undefined : await this.packages.version(courseId, begun);
    return pinned ?? this.packages.current(slug);
  }

  private placeIn(courseId: string, lesson: Lesson): number {
    return this.places.of(courseId, lesson.id) ?? resumeAt(lesson, this.progress.ofCourse(courseId)[lesson.id]);
  }

  /** The step of a practice under way: its taps are on the disk. */
  private async stepOf(version: StoredVersion, lessonId: string, card: Card): Promise<{ practiceId?: string; step?: string }> {
    if (card.kind !== 'practice') return {};
    const practiceId = card.practice;
    const read = v.safeParse(Practice, await this.packages.document(version, `practices/${practiceId}.json`));
    if (card.mode === 'watch' || !read.success) return { practiceId };
    const recorded = await this.rehearsals.journal(this.session.learner()?.personId ?? '', `${lessonId} ${practiceId} ${card.mode}`);
    const step = read.output.tasks[replay(read.output, card.mode, recorded).standing.task]?.id;
    return { practiceId, ...(step === undefined ? {} : { step }) };
  }
}
