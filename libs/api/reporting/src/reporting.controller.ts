import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { PlacePath, PlaceReportReply } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Controller, Param } from '@nestjs/common';
import { PlaceReports } from './place-reports.js';

/** Reports. */
@Controller()
export class ReportingController {
  constructor(private readonly reports: PlaceReports) {}

  /** The report of a place. */
  @Handle(routes.placeReport)
  placeReport(@Param() path: PlacePath, @CallerOf() caller: Caller): Promise<PlaceReportReply> {
    return this.reports.of(path.place, caller);
  }
}
