import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlaceInReport, PlaceName, PlaceReply, PlaceReportReply, PlaceTally } from '@sala/contract/dto';
import { isWithin } from '@sala/domain/access';
import { khmerShortDate, khmerTime } from '@sala/domain/khmer';
import { Api, troubleMessages } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { Busy, Display, Heading, Icon, Notice, Wording, type Message } from '@sala/web/ui';
import { messages } from './messages.js';
import { PlaceBars, type BarOfPlace } from './place-bars.js';

type Figure = readonly [key: keyof PlaceTally, words: Message];

const COVERAGE: readonly Figure[] = [
  ['withCard', messages.withCard],
  ['connected', messages.connected],
  ['began', messages.began],
  ['completed', messages.completed],
  ['finished', messages.finished],
];
const EVIDENCE: readonly Figure[] = [
  ['mastered', messages.mastered],
  ['alone', messages.alone],
  ['helped', messages.helped],
  ['inGroup', messages.inGroup],
  ['signedOff', messages.signedOff],
];
const PLACE_COLUMNS: readonly Figure[] = [
  ['people', messages.learners],
  ['withCard', messages.colCard],
  ['connected', messages.colConnected],
  ['began', messages.colBegan],
  ['completed', messages.colCompleted],
  ['mastered', messages.colMastered],
];
const COURSE_COLUMNS = [
  ['began', messages.colBegan],
  ['finished', messages.colFinished],
  ['alone', messages.colAlone],
  ['mastered', messages.colMastered],
  ['helped', messages.colHelped],
  ['inGroup', messages.colGroup],
  ['signedOff', messages.colSigned],
] as const;

/** A place's report: who is reached, how far they are, by the places below and by course, and where people are stuck; on screen, on paper, as a file. */
@Component({
  selector: 'sala-report-page',
  imports: [Busy, Heading, Icon, Notice, PlaceBars, RouterLink],
  host: { class: 'stack report' },
  templateUrl: './report-page.html',
})
export class ReportPage {
  private readonly api = inject(Api);
  private readonly display = inject(Display);
  private readonly session = inject(StaffSession);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly troubles = troubleMessages;
  protected readonly coverage = COVERAGE;
  protected readonly evidence = EVIDENCE;
  protected readonly placeColumns = PLACE_COLUMNS;
  protected readonly courseColumns = COURSE_COLUMNS;
  readonly code = input('');
  /** The places in which the officer may read reports, the widest first. */
  private readonly areas = computed(() =>
    (this.session.staff()?.roles ?? [])
      .filter(({ role }) => role === 'officer' || role === 'administrator')
      .map(({ place }) => place.code)
      .sort((a, b) => (a === 'KH' ? -1 : b === 'KH' ? 1 : a.length - b.length)),
  );
  protected readonly place = computed(() => this.code() || (this.areas()[0] ?? 'KH'));
  protected readonly report = resource({
    params: () => this.place(),
    loader: ({ params }) => this.api.call('placeReport', { path: { place: params } }),
  });

  protected nameOf(place: PlaceReply | PlaceName): string {
    if (place.code === 'KH') return this.say(messages.nation);
    const unit = 'unit' in place ? place.unit : '';
    return this.say({ km: `${unit}${place.khmer}`, en: place.latin });
  }

  protected partName({ place, isItself }: PlaceInReport): string {
    return isItself ? this.say(messages.itself, { place: this.nameOf(place) }) : this.nameOf(place);
  }

  protected above(reply: PlaceReportReply): PlaceName[] {
    return reply.path.filter((place) => this.areas().some((area) => isWithin(place.code, area)));
  }

  /** Whole percents; all and nobody are said only when it is so. */
  protected share(part: number, of: number): number {
    if (part === 0 || of === 0) return 0;
    return part === of ? 100 : Math.min(99, Math.max(1, Math.round((part / of) * 100)));
  }

  protected bars(reply: PlaceReportReply): BarOfPlace[] {
    return reply.below.flatMap((part) => (part.tally ? [{ ...part.tally, name: this.partName(part) }] : []));
  }

  protected hidesSome(reply: PlaceReportReply): boolean {
    return [...reply.below, ...reply.courses].some((part) => !part.tally);
  }

  protected when(moment: string): string {
    const date = new Date(moment);
    if (this.display.language() === 'km') return `${khmerShortDate(date)} ${khmerTime(date)}`;
    return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  }

  protected print(): void {
    globalThis.print();
  }
}
