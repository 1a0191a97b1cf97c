import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { FileFormQuery, PlacePath, PlaceReportReply } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PlaceReports } from './place-reports.js';
import { ReportFiles } from './report-files.js';

/** Reports. */
@Controller()
export class ReportingController {
  constructor(
    private readonly reports: PlaceReports,
    private readonly files: ReportFiles,
  ) {}

  /** The report of a place. */
  @Handle(routes.placeReport)
  placeReport(@Param() path: PlacePath, @CallerOf() caller: Caller): Promise<PlaceReportReply> {
    return this.reports.of(path.place, caller);
  }

  /** The report of a place as a workbook or CSV. */
  @Handle(routes.placeReportFile, { asIs: true })
  async placeReportFile(
    @Param() path: PlacePath,
    @Query() { form }: FileFormQuery,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, mediaType, name } = await this.files.of(path.place, form, caller);
    reply.headers({ 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"` });
    return bytes;
  }
}
