import { Handle } from '@sala/api/platform';
import { Catalogue, CoursesQuery, FilePathParams, VersionPath } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catalogues } from './catalogue.js';
import { Delivery } from './delivery.js';
import { ManifestDelivery } from './manifest-delivery.js';

/** Published courses. */
@Controller()
export class LibraryController {
  constructor(
    private readonly catalogues: Catalogues,
    private readonly manifests: ManifestDelivery,
    private readonly delivery: Delivery,
  ) {}

  /** The catalogue, or what of it fits a search. */
  @Handle(routes.courses)
  courses(@Query() query: CoursesQuery): Promise<Catalogue> {
    return this.catalogues.find(query.search);
  }

  /** What a published version holds. */
  @Handle(routes.manifest)
  manifest(
    @Param() path: VersionPath,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.manifests.answer(path, request, reply);
  }

  /** A stored file. */
  @Handle(routes.file, { asIs: true })
  file(@Param() path: FilePathParams, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.delivery.send(path.sha256, request, reply);
  }
}
