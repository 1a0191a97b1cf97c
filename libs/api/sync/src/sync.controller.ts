import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { RelayReply, RelayRequest, SyncReply, SyncRequest } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller } from '@nestjs/common';
import { Exchange } from './exchange.js';
import { Relay } from './relay.js';

const FULL_PUSH = 1_048_576;

/** What phones exchange with the server. */
@Controller()
export class SyncController {
  constructor(
    private readonly exchange: Exchange,
    private readonly packets: Relay,
  ) {}

  /** Takes waiting events and gives the news, in one round trip. */
  @Handle(routes.sync, { bodyLimit: FULL_PUSH })
  sync(@Body() body: SyncRequest, @CallerOf() caller: Caller): Promise<SyncReply> {
    return this.exchange.exchange(body, caller);
  }

  /** Opens the packets that a phone carried for others, takes their events, and gives a receipt for each. */
  @Handle(routes.relay, { bodyLimit: FULL_PUSH })
  relay(@Body() body: RelayRequest): Promise<RelayReply> {
    return this.packets.relay(body);
  }
}
