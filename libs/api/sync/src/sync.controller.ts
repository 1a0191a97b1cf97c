import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { SyncReply, SyncRequest } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller } from '@nestjs/common';
import { Exchange } from './exchange.js';

const FULL_PUSH = 1_048_576;

/** What phones exchange with the server. */
@Controller()
export class SyncController {
  constructor(private readonly exchange: Exchange) {}

  /** Takes waiting events and gives the news, in one round trip. */
  @Handle(routes.sync, { bodyLimit: FULL_PUSH })
  sync(@Body() body: SyncRequest, @CallerOf() caller: Caller): Promise<SyncReply> {
    return this.exchange.exchange(body, caller);
  }
}
