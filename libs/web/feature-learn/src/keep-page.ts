import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DownloadChoice } from '@sala/domain/publishing';
import { rielFor } from '@sala/domain/publishing/download';
import { troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { PackageStore, ServerNews } from '@sala/web/data-device';
import { Downloads } from '@sala/web/data-sync';
import { CourseDownloads, Line, type CourseDownload } from '@sala/web/data-sync/late';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import { rielOf, sizeOf } from './amounts.js';
import { PhoneSpace, type CourseOnPhone } from './course-on-phone.js';
import { keepMessages } from './keep-messages.js';
import { Shelf } from './shelf.js';

/** Keeping a course on this phone: what it costs before it begins, how far it is, and getting rid of it. */
@Component({
  selector: 'sala-keep-page',
  imports: [Busy, Heading, Icon, Notice, Page, RouterLink],
  templateUrl: './keep-page.html',
})
export class KeepPage {
  private readonly downloads = inject(Downloads);
  private readonly courses = inject(CourseDownloads);
  private readonly packages = inject(PackageStore);
  private readonly news = inject(ServerNews);
  private readonly space = inject(PhoneSpace);
  protected readonly shelf = inject(Shelf);
  protected readonly line = inject(Line);
  protected readonly say = inject(Wording).say;
  protected readonly words = keepMessages;
  protected readonly sizeOf = sizeOf;
  readonly slug = input.required<string>();
  private readonly trouble = signal<TroubleCode | undefined>(undefined);
  protected readonly asking = signal(false);
  protected readonly removed = signal(false);
  protected readonly course = computed(() => this.shelf.bySlug(this.slug()));
  protected readonly here = signal<CourseOnPhone | undefined>(undefined);
  private readonly kept = computed(() => this.here()?.choice ?? 'pictures');
  /** What is chosen here; it begins with what was chosen before, and nothing that comes meanwhile changes it. */
  protected readonly choice = linkedSignal<DownloadChoice>(() => this.kept());
  protected readonly problem = computed(() => {
    const code = this.trouble() ?? (this.shelf.ready() && !this.course() ? 'not-found' : undefined);
    return code && !this.here() ? troubleMessages[code] : undefined;
  });
  private readonly download = computed(() => this.courses.of(this.course()?.entry.courseId ?? ''));
  private readonly running = computed(() => this.download()?.state);
  /** What the choice would still bring. */
  protected readonly chosen = computed(() => this.here()?.choices.find((one) => one.choice === this.choice()));
  /** How the keeping stands: what runs, else whether anything is left, else why it stopped. */
  protected readonly state = computed((): CourseDownload['state'] | 'planned' => {
    const [run, chosen] = [this.download(), this.chosen()];
    if (run?.state === 'under-way') return run.state;
    const isDone = run?.state === 'done' && run.of === chosen?.of && run.version === this.course()?.entry.version;
    if (isDone || chosen?.left === 0) return 'done';
    if (run && run.state !== 'done') return run.state;
    return this.here()?.wish === 'paused' ? 'paused' : 'planned';
  });
  protected readonly progress = computed(() => {
    const [run, chosen] = [this.download(), this.chosen()];
    const [received, of] = run?.state === 'under-way' ? [run.received, run.of] : [(chosen?.of ?? 0) - (chosen?.left ?? 0), chosen?.of ?? 0];
    const sizes = { received: sizeOf(received), of: sizeOf(of) };
    return { ...sizes, percent: of > 0 ? Math.floor((100 * received) / of) : 0, begun: received > 0 };
  });
  /** The lesson whose files are coming. */
  protected readonly part = computed(() => this.here()?.lessons.find(({ outline }) => outline.id === this.download()?.part)?.outline.title);
  /** What the button says: what it brings and, where a price is known, what that may cost. */
  protected readonly button = computed(() => {
    const left = this.chosen()?.left ?? 0;
    const price = this.news.catalogue()?.rielPerGigabyte ?? 0;
    const [plain, priced] =
      this.state() === 'planned'
        ? ([keepMessages.download, keepMessages.downloadPriced] as const)
        : ([keepMessages.goOn, keepMessages.goOnPriced] as const);
    const size = sizeOf(left);
    return price > 0 ? this.say(priced, { size, riel: rielOf(rielFor(left, price)) }) : this.say(plain, { size });
  });

  constructor() {
    effect(() => {
      this.packages.revision();
      this.running();
      if (this.shelf.ready() && this.course()) untracked(() => void this.look().catch(() => this.trouble.set('offline')));
    });
  }

  protected async look(): Promise<void> {
    const entry = this.course()?.entry;
    if (!entry) return;
    this.trouble.set((await this.downloads.course(entry))?.code);
    this.here.set(await this.space.look(entry));
  }

  protected async keep(): Promise<void> {
    this.removed.set(false);
    const entry = this.course()?.entry;
    if (entry) await this.courses.keep(entry, this.choice());
  }

  protected async pause(): Promise<void> {
    const entry = this.course()?.entry;
    if (entry) await this.courses.pause(entry);
  }

  protected async remove(): Promise<void> {
    const entry = this.course()?.entry;
    if (!entry) return;
    await this.courses.remove(entry);
    this.asking.set(false);
    this.removed.set(true);
  }
}
