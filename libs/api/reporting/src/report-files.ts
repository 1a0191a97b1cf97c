import { TableFiles, type Caller, type Sheet, type TableFile } from '@sala/api/platform';
import type { FileForm, PlaceReportReply, PlaceTally } from '@sala/contract/dto';
import { safeCell } from '@sala/domain/people';
import { Injectable } from '@nestjs/common';
import { messages } from './messages.js';
import { PlaceReports } from './place-reports.js';

type Cell = string | number;

const PLACE_FIGURES = [
  'people',
  'withCard',
  'connected',
  'began',
  'completed',
  'finished',
  'mastered',
  'alone',
  'helped',
  'inGroup',
  'signedOff',
] as const satisfies readonly (keyof PlaceTally)[];
const COURSE_FIGURES = ['began', 'finished', 'mastered', 'alone', 'helped', 'inGroup', 'signedOff'] as const;
/** What stands for a figure that is not shown. */
const HIDDEN = '<5';

/** The report of a place as a file: what is hidden on the screen is hidden here as well, and no text can be run. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly reports: PlaceReports,
    private readonly files: TableFiles,
  ) {}

  /** The report as a workbook of three sheets, or as CSV. */
  async of(place: string, form: FileForm, caller: Caller): Promise<TableFile> {
    const report = await this.reports.of(place, caller);
    const sheets = [placesSheet(report), coursesSheet(report), stuckSheet(report)];
    return this.files.write(sheets.map(safe), form, `sala-report-${place}`);
  }
}

const safe = ({ name, table }: Sheet): Sheet => ({
  name,
  table: table.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))),
});

function placesSheet({ place, tally, below }: PlaceReportReply): Sheet {
  const heading = [messages.code.km, messages.place.km, ...PLACE_FIGURES.map((figure) => messages[figure].km)];
  const figures = (of: PlaceTally | undefined): Cell[] => PLACE_FIGURES.map((figure) => of?.[figure] ?? HIDDEN);
  const named = (one: typeof place, more: string): Cell[] => [one.code, `${one.unit}${one.khmer}${more}`];
  const rows = below.map((part) => [...named(part.place, part.isItself ? ` (${messages.itself.km})` : ''), ...figures(part.tally)]);
  return { name: messages.places.km, table: [heading, [...named(place, ` (${messages.whole.km})`), ...figures(tally)], ...rows] };
}

function coursesSheet({ courses }: PlaceReportReply): Sheet {
  const heading = [messages.course.km, ...COURSE_FIGURES.map((figure) => messages[figure].km)];
  const rows = courses.map(({ title, tally }): Cell[] => [title.km, ...COURSE_FIGURES.map((figure) => tally?.[figure] ?? HIDDEN)]);
  return { name: messages.courses.km, table: [heading, ...rows] };
}

function stuckSheet({ stuck }: PlaceReportReply): Sheet {
  const heading = [messages.course.km, messages.lesson.km, messages.what.km, messages.stuckPeople.km];
  return {
    name: messages.stuck.km,
    table: [heading, ...stuck.map((one): Cell[] => [one.course.km, one.lesson.km, one.what.km, one.people])],
  };
}
