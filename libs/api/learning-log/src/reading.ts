import type { RefusedEvent } from '@sala/contract/dto';
import { grade } from '@sala/domain/assessment';
import type { Unit } from '@sala/domain/content';
import { readLearningEvent, type LearningEvent } from '@sala/domain/learning';

/** The lessons and quizzes of a published version by id, or undefined when there is no such version. */
export type FindUnits = (courseId: string, version: number) => Promise<ReadonlyMap<string, Unit> | undefined>;

/** An event that may go into the log, with the score of our own grading. */
export interface ReadEvent {
  readonly event: LearningEvent;
  readonly serverScore: number | null;
}

const ID = /^[0-9a-f-]{36}$/i;

/** The id under which a refused event is named back: its own, when it has one. */
function idOf(value: unknown): string {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && ID.test(id) ? id : '';
}

/** Names are compared as text, so ids have one spelling. */
function inSmallLetters(event: LearningEvent): LearningEvent {
  const [id, learnerId, deviceId, courseId] = [event.id, event.learnerId, event.deviceId, event.courseId].map((one) => one.toLowerCase());
  return { ...event, id: id ?? '', learnerId: learnerId ?? '', deviceId: deviceId ?? '', courseId: courseId ?? '' };
}

function scoreOf(event: LearningEvent, unit: Unit): number | null {
  if (event.kind !== 'question.answered') return null;
  const { questionId } = event.body;
  const question = unit.questions.find((one) => one.id === questionId);
  return question ? grade(question, event.body.response).score : 0;
}

/** Reads events one by one: what can't be taken is refused by itself and never holds up the good ones. */
export class Reading {
  readonly good: ReadEvent[] = [];
  readonly refused: RefusedEvent[] = [];
  private readonly versions = new Map<string, ReadonlyMap<string, Unit> | undefined>();

  constructor(
    private readonly learners: ReadonlySet<string>,
    private readonly find: FindUnits,
  ) {}

  /** Reads what a device sent. */
  async readAll(values: readonly unknown[]): Promise<void> {
    for (const value of values) {
      const read = readLearningEvent(value);
      if (read.ok && !Number.isNaN(Date.parse(read.value.occurredAt))) await this.take(inSmallLetters(read.value));
      else this.refused.push({ id: idOf(value), code: 'malformed' });
    }
  }

  private async take(event: LearningEvent): Promise<void> {
    if (!this.learners.has(event.learnerId)) return this.refuse(event, 'not-your-learner');
    const unit = (await this.unitsOf(event))?.get(event.body.lessonId);
    if (!unit) return this.refuse(event, 'unknown-course');
    this.good.push({ event, serverScore: scoreOf(event, unit) });
  }

  private refuse(event: LearningEvent, code: RefusedEvent['code']): void {
    this.refused.push({ id: event.id, code });
  }

  private async unitsOf({ courseId, version }: LearningEvent): Promise<ReadonlyMap<string, Unit> | undefined> {
    const key = `${courseId}/${version}`;
    if (!this.versions.has(key)) this.versions.set(key, await this.find(courseId, version));
    return this.versions.get(key);
  }
}
