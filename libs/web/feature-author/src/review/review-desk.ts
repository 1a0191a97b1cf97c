import { computed, inject, Injectable, resource, signal } from '@angular/core';
import type { DraftComment } from '@sala/contract/dto';
import type { Role } from '@sala/domain/access';
import { Api, type Called, type Trouble } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { DraftDesk } from '../desk/draft-desk.js';

type Step = 'submitDraft' | 'sendBackDraft' | 'approveDraft' | 'publishDraft';

/** A draft as its reviewers see it: the state that the server holds, its comments, what was found, and the steps that may be taken. */
@Injectable()
export class ReviewDesk {
  private readonly api = inject(Api);
  private readonly desk = inject(DraftDesk);
  private readonly staff = inject(StaffSession).staff;
  private readonly params = computed(() => this.desk.courseId() || undefined);

  private readonly reply = resource({
    params: this.params,
    loader: async ({ params }) => {
      // What was just written is on the server before it is asked.
      await this.desk.save();
      return this.api.call('draft', { path: { courseId: params } });
    },
  });
  private readonly checked = resource({
    params: () => this.draft() && { courseId: this.desk.courseId(), revision: this.draft()?.revision },
    loader: ({ params }) => this.api.call('draftChecks', { path: { courseId: params.courseId } }),
  });
  /** What stood in the way of the last step. */
  readonly trouble = signal<Trouble | undefined>(undefined);
  readonly busy = signal(false);

  readonly draft = computed(() => {
    const reply = this.reply.value();
    return reply?.ok ? reply.value : undefined;
  });
  /** Why the draft could not be asked for. */
  readonly unreached = computed(() => {
    const reply = this.reply.value();
    return reply && !reply.ok ? reply.trouble.code : undefined;
  });
  readonly findings = computed(() => {
    const reply = this.checked.value();
    return reply?.ok ? reply.value.findings : undefined;
  });
  readonly comments = computed((): readonly DraftComment[] => this.draft()?.comments ?? []);
  readonly mayWrite = computed(() => this.has('trainer', 'administrator'));
  readonly mayApprove = computed(() => this.has('reviewer', 'administrator'));
  readonly mayPublish = computed(() => this.has('trainer', 'reviewer', 'administrator'));

  /** Asks the server again for everything. */
  reload(): void {
    this.trouble.set(undefined);
    this.reply.reload();
    this.checked.reload();
  }

  /** Takes a step with the very revision that is shown. Gives whether it was taken. */
  async take(step: Step, text = ''): Promise<boolean> {
    const revision = this.draft()?.revision;
    if (revision === undefined) return false;
    const body = text.trim() === '' ? { revision } : { revision, text: text.trim() };
    return this.done(this.api.call(step, { path: { courseId: this.desk.courseId() }, body }));
  }

  /** Leaves a comment on a card, or on the whole course. Gives whether it is there. */
  comment(part: string, item: string, text: string): Promise<boolean> {
    return this.done(this.api.call('commentDraft', { path: { courseId: this.desk.courseId() }, body: { part, item, text: text.trim() } }));
  }

  /** Marks a comment as done. */
  resolve(commentId: string): Promise<boolean> {
    return this.done(this.api.call('resolveComment', { path: { courseId: this.desk.courseId(), commentId } }));
  }

  /** Withdraws a published version. */
  retire(version: number): Promise<boolean> {
    return this.done(this.api.call('retireCourse', { path: { courseId: this.desk.courseId() }, body: { version } }));
  }

  private async done(call: Promise<Called<unknown>>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    const answer = await call;
    this.busy.set(false);
    if (!answer.ok) {
      this.trouble.set(answer.trouble);
      return false;
    }
    await this.desk.refresh();
    this.reload();
    return true;
  }

  private has(...roles: Role[]): boolean {
    return this.staff()?.roles.some(({ role }) => roles.includes(role)) ?? false;
  }
}
