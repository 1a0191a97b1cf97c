import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import type { DraftActInHistory, DraftRevisionInList } from '@sala/contract/dto';
import { changesBetween, type Change } from '@sala/domain/editing';
import { readDraft } from '@sala/domain/publishing';
import { Api, FileCalls, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { nameAt } from './names-in-course.js';
import { ReviewDesk } from './review-desk.js';
import { actNames, reviewMessages } from './review-messages.js';
import { sittingsOf } from './sittings.js';
import { When } from './when.js';

const AT_ONCE = 20;
/** So many changed words are shown of one card; more would be the card itself. */
const WORDS_SHOWN = 6;

/** What the document names its parts and files by; people never see it. */
const NAME_INSIDE = /^[a-z0-9][a-z0-9./-]*$/;
/** Every saved state of a course, what bringing one back would change, who did what, and the course as a file. */
@Component({
  selector: 'sala-versions-page',
  imports: [Busy, Heading, Icon, NgTemplateOutlet, Notice],
  providers: [ReviewDesk],
  templateUrl: './versions-page.html',
  host: { class: 'stack' },
})
export class VersionsPage {
  private readonly api = inject(Api);
  private readonly files = inject(FileCalls);
  protected readonly draft = inject(DraftDesk);
  protected readonly desk = inject(ReviewDesk);
  protected readonly say = inject(Wording).say;
  protected readonly when = inject(When).say;
  protected readonly words = reviewMessages;
  protected readonly troubles = troubleMessages;
  protected readonly most = signal(AT_ONCE);
  protected readonly asked = signal<number | undefined>(undefined);
  protected readonly restored = linkedSignal({ source: this.asked, computation: () => false });
  protected readonly retiring = signal<number | undefined>(undefined);

  private readonly path = computed(() => {
    const draft = this.desk.draft();
    return draft && { courseId: draft.courseId, revision: draft.revision };
  });
  private readonly listed = resource({
    params: this.path,
    loader: ({ params }) => this.api.call('draftRevisions', { path: { courseId: params.courseId } }),
  });
  private readonly told = resource({
    params: this.path,
    loader: ({ params }) => this.api.call('draftHistory', { path: { courseId: params.courseId } }),
  });
  private readonly opened = resource({
    params: () => {
      const revision = this.asked();
      return revision === undefined ? undefined : { courseId: this.draft.courseId(), revision: String(revision) };
    },
    loader: ({ params }) => this.api.call('draftRevision', { path: params }),
  });

  protected readonly revisions = computed((): DraftRevisionInList[] | undefined => valueOf(this.listed.value()));
  protected readonly sittings = computed(() => sittingsOf((this.revisions() ?? []).slice(0, this.most())));
  protected readonly history = computed((): DraftActInHistory[] => valueOf(this.told.value()) ?? []);
  protected readonly trouble = computed((): TroubleCode | undefined => troubleIn(this.listed.value()) ?? troubleIn(this.opened.value()));
  private readonly earlier = computed(() => {
    const value = valueOf(this.opened.value());
    const read = value && readDraft(value.document);
    return read?.ok ? read.value : undefined;
  });
  /** What bringing the state back would change; undefined until it is here. */
  protected readonly changes = computed((): Change[] | undefined => {
    const earlier = this.earlier();
    return earlier && changesBetween(this.draft.document(), earlier);
  });
  /** Versions that are out, newest first. */
  protected readonly published = computed(() => {
    const gone = new Set(this.history().flatMap(({ act, version }) => (act === 'retire' && version ? [version] : [])));
    return this.history().flatMap(({ act, version }) => (act === 'publish' && version && !gone.has(version) ? [version] : []));
  });
  protected readonly fileAddress = computed(() => this.files.addressOf('exportDraft', { path: { courseId: this.draft.courseId() } }));

  protected nameOf({ path, what }: Change): string {
    const document = what === 'removed' ? this.draft.document() : this.earlier();
    return this.say(nameAt(document, path) ?? nameAt(document, path.slice(0, 2)) ?? reviewMessages.wholeCourse);
  }

  protected wordsOf({ words }: Change): Change['words'] {
    return words
      .filter(({ before, after }) => !NAME_INSIDE.test(before || after) || !NAME_INSIDE.test(after || before))
      .slice(0, WORDS_SHOWN);
  }

  /** The earlier state becomes the next one: an edit like any other, which can be undone. */
  protected restore(): void {
    const earlier = this.earlier();
    if (!earlier || !this.draft.mayEdit()) return;
    this.draft.edit({ do: 'put', path: [], value: earlier });
    this.restored.set(true);
  }

  protected async retire(version: number): Promise<void> {
    if (await this.desk.retire(version)) {
      this.retiring.set(undefined);
      this.told.reload();
    }
  }

  protected line({ act, by, at, version }: DraftActInHistory): string {
    const said = { what: actNames[act], name: by, when: this.when(at) };
    return version === undefined
      ? this.say(reviewMessages.historyLine, said)
      : this.say(reviewMessages.historyVersion, { ...said, version });
  }
}

type Answer<T> = { ok: true; value: T } | { ok: false; trouble: { code: TroubleCode } } | undefined;
const valueOf = <T>(answer: Answer<T>): T | undefined => (answer?.ok ? answer.value : undefined);
const troubleIn = <T>(answer: Answer<T>): TroubleCode | undefined => (answer && !answer.ok ? answer.trouble.code : undefined);
