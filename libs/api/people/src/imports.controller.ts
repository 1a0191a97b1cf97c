import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import {
  CheckImportReply,
  CheckImportRequest,
  ExportPeopleQuery,
  ImportPath,
  ImportPeopleRequest,
  ImportReply,
  UndoImportReply,
} from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Imports } from './imports.js';
import { PeopleFiles } from './people-files.js';

// Five thousand rows of long Khmer names and places.
const WHOLE_LIST = 6_000_000;

/** Lists of people, in and out. */
@Controller()
export class ImportsController {
  constructor(
    private readonly importsOf: Imports,
    private readonly files: PeopleFiles,
  ) {}

  /** Tells every fault of a list on its row; writes nothing. */
  @Handle(routes.checkImport, { bodyLimit: WHOLE_LIST })
  checkImport(@Body() body: CheckImportRequest, @CallerOf() caller: Caller): Promise<CheckImportReply> {
    return this.importsOf.check(body, caller);
  }

  /** Brings a list in, all or nothing, once for each id. */
  @Handle(routes.importPeople, { bodyLimit: WHOLE_LIST })
  importPeople(@Body() body: ImportPeopleRequest, @CallerOf() caller: Caller): Promise<ImportReply> {
    return this.importsOf.bringIn(body, caller);
  }

  /** The lists that were brought in. */
  @Handle(routes.imports)
  imports(@CallerOf() caller: Caller): Promise<ImportReply[]> {
    return this.importsOf.list(caller);
  }

  /** Takes a list back as a whole; who has begun to learn stays. */
  @Handle(routes.undoImport)
  undoImport(@Param() path: ImportPath, @CallerOf() caller: Caller): Promise<UndoImportReply> {
    return this.importsOf.undo(path.importId, caller);
  }

  /** The people of a place as a file that the import takes again. */
  @Handle(routes.exportPeople, { asIs: true })
  async exportPeople(
    @Query() query: ExportPeopleQuery,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, mediaType, name } = await this.files.of(query, caller);
    reply.headers({ 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"` });
    return bytes;
  }
}
