import { CallerOf, Handle, Keyring, type Caller } from '@sala/api/platform';
import {
  OfflineCodeReply,
  OfflineCodeRequest,
  OpenProfileReply,
  OpenProfileRequest,
  PersonPath,
  RegisterDeviceRequest,
  ResetPinRequest,
  ServerKeysReply,
  SessionReply,
  ShowCardReply,
  ShowCardRequest,
  SignInStaffRequest,
  StaffSession,
} from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceKeys } from './device-keys.js';
import { Door } from './door.js';
import { OfflineCodes } from './offline-codes.js';

/** Signing in and out. */
@Controller()
export class IdentityController {
  constructor(
    private readonly door: Door,
    private readonly devices: DeviceKeys,
    private readonly offlineCodes: OfflineCodes,
    private readonly keyring: Keyring,
  ) {}

  /** Looks at a card: whose it is, and a ticket for the next ten minutes. */
  @Handle(routes.showCard)
  showCard(@Body() body: ShowCardRequest, @Req() request: FastifyRequest): Promise<ShowCardReply> {
    return this.door.showCard(body, request);
  }

  /** Brings the person of a card onto this phone, with their PIN. */
  @Handle(routes.openProfile)
  openProfile(
    @Body() body: OpenProfileRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenProfileReply> {
    return this.door.openProfile(body, request, reply);
  }

  /** Sets a new PIN by a one-time code, and brings the person onto this phone. */
  @Handle(routes.resetPin)
  resetPin(
    @Body() body: ResetPinRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenProfileReply> {
    return this.door.resetPin(body, request, reply);
  }

  /** Signs a member of staff in. */
  @Handle(routes.signInStaff)
  signInStaff(
    @Body() body: SignInStaffRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffSession> {
    return this.door.signInStaff(body, request, reply);
  }

  /** Who is signed in here. */
  @Handle(routes.session)
  session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionReply> {
    return this.door.session(request, reply);
  }

  /** Signs staff out; without staff, everybody on this phone. */
  @Handle(routes.signOut)
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.door.signOut(request, reply);
  }

  /** The public keys of this server. */
  @Handle(routes.keys)
  keys(): Promise<ServerKeysReply> {
    return this.keyring.told();
  }

  /** Binds this phone to its key, and tells it the server's. */
  @Handle(routes.registerDevice)
  async registerDevice(@Body() body: RegisterDeviceRequest, @CallerOf() caller: Caller): Promise<ServerKeysReply> {
    await this.devices.register(body, caller);
    return this.keyring.told();
  }

  /** What proves the next code by which a mentor opens this profile without a line. */
  @Handle(routes.offlineCode)
  offlineCode(@Param() path: PersonPath, @Body() body: OfflineCodeRequest): Promise<OfflineCodeReply> {
    return this.offlineCodes.next(path.personId.toLowerCase(), body);
  }

  /** Takes a learner from this phone. */
  @Handle(routes.leavePhone)
  leavePhone(
    @Param() path: PersonPath,
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    caller.mustBeAllowed('learning.record', { personId: path.personId });
    return this.door.leavePhone(path.personId, request, reply);
  }
}
