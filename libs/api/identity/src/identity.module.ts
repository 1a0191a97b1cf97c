import { Doorkeeper } from '@sala/api/platform';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cards } from './cards.js';
import { Cookies } from './cookies.js';
import { Account, Card, OneTimeCode, Pin, SignInTicket } from './credential.entity.js';
import { DeviceContact } from './device-contacts.entity.js';
import { DeviceContacts } from './device-contacts.js';
import { DeviceKeys } from './device-keys.js';
import { Directory } from './directory.js';
import { Door } from './door.js';
import { IdentityController } from './identity.controller.js';
import { OfflineCode } from './offline-codes.entity.js';
import { OfflineCodes } from './offline-codes.js';
import { OneTimeCodes } from './one-time-codes.js';
import { Passwords } from './passwords.js';
import { Person, RoleHeldRow } from './person.entity.js';
import { Phones } from './phones.js';
import { Device, DeviceKey, DeviceLearner, SessionRow, ThrottleRow } from './session.entity.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { Staff } from './staff.js';
import { Throttle } from './throttle.js';

const ENTITIES = [
  Person,
  RoleHeldRow,
  Card,
  Pin,
  SignInTicket,
  OneTimeCode,
  Account,
  Device,
  DeviceKey,
  DeviceLearner,
  SessionRow,
  ThrottleRow,
  DeviceContact,
  OfflineCode,
];
const PROVIDERS = [
  Cookies,
  Sessions,
  Throttle,
  Passwords,
  Cards,
  OneTimeCodes,
  OfflineCodes,
  DeviceContacts,
  Directory,
  DeviceKeys,
  Phones,
  SignIn,
  Staff,
  Door,
];

/** Who somebody is, and the ways in. Global because the guard at every door asks it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [IdentityController],
  providers: [...PROVIDERS, { provide: Doorkeeper, useExisting: Sessions }],
  exports: [DeviceContacts, DeviceKeys, Directory, OfflineCodes, Doorkeeper, Sessions, Cards, OneTimeCodes, Staff, Throttle, Passwords],
})
export class IdentityModule {}
