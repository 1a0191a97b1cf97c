import { Injectable } from '@nestjs/common';

/** Holds the OpenAPI document of the running application. */
@Injectable()
export class OpenApi {
  /** Set once at boot, when all handlers are known. */
  document: object = {};
}
