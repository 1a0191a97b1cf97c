import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { initialOf, khmerShortDate } from '@sala/domain/khmer';
import { sittingsOf, type Sitting } from '@sala/domain/learning';
import { DeviceIdentity, EventLog, type StoredProfile } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Progress } from '@sala/web/data-sync';
import { Heading, Icon, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { messages } from './messages.js';
import { notMeMessages } from './not-me-messages.js';
import { Shelf } from './shelf.js';

/** Sittings that are offered: who learned long ago is nobody's question. */
const OFFERED = 20;

/** "This was not me": which sitting, and whose it was; a mentor confirms it later. */
@Component({
  selector: 'sala-not-me-page',
  imports: [Heading, Icon, Notice, Page, RouterLink],
  templateUrl: './not-me-page.html',
})
export class NotMePage {
  private readonly log = inject(EventLog);
  private readonly identity = inject(DeviceIdentity);
  private readonly progress = inject(Progress);
  private readonly session = inject(Session);
  private readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = notMeMessages;
  protected readonly more = messages;
  protected readonly initial = initialOf;
  protected readonly chosen = signal<Sitting | undefined>(undefined);
  protected readonly told = signal(false);
  protected readonly problem = signal<Message | undefined>(undefined);
  /** Faces of the others; a guest has no account to which anything could go. */
  protected readonly others = computed(() =>
    this.session.people().filter((profile) => profile.personId !== this.session.learner()?.personId && !profile.guest),
  );
  protected readonly sittings = resource({
    params: () => (this.shelf.ready() ? this.session.learner()?.personId : undefined),
    loader: async ({ params }): Promise<Sitting[]> => {
      const [events, deviceId] = await Promise.all([this.log.ofLearner(params), this.identity.deviceId()]);
      return sittingsOf(events, deviceId).slice(0, OFFERED);
    },
  });

  protected titleOf({ courseId, lessonId }: Sitting): Message {
    const course = this.shelf.courses().find((one) => one.entry.courseId === courseId);
    const units = [...(course?.version?.manifest.lessons ?? []), ...(course?.version?.manifest.quizzes ?? [])];
    return units.find((unit) => unit.id === lessonId)?.title ?? course?.entry.title ?? messages.course;
  }

  protected dayOf({ day }: Sitting): Message {
    const date = new Date(`${day}T00:00`);
    return { km: khmerShortDate(date), en: date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }) };
  }

  protected async tell(whose?: StoredProfile): Promise<void> {
    const sitting = this.chosen();
    if (!sitting || this.told()) return;
    const { courseId, version, lessonId, deviceId, from, to } = sitting;
    const body = { lessonId, deviceId, from, to, ...(whose ? { whose: whose.personId } : {}) };
    try {
      await this.progress.record({ courseId, version, kind: 'attempt.disowned', body });
      this.told.set(true);
      this.problem.set(undefined);
    } catch {
      this.problem.set(notMeMessages.notSaved);
    }
  }
}
