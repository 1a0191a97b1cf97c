import { Authoring1764000000020 } from '@sala/api/authoring';
import { DeviceKey1764000000031, Identity1764000000002, MentoredPhones1764000000071 } from '@sala/api/identity';
import { DataPrice1764000000050, Library1764000000004 } from '@sala/api/library';
import { Groups1764000000060, People1764000000003, PersonActs1764000000061 } from '@sala/api/people';
import {
  AttemptMoves1764000000041,
  ForgottenWords1764000000090,
  LearningLog1764000000005,
  LearningLogAppend1764000000007,
  MentorDeeds1764000000070,
} from '@sala/api/learning-log';
import { Mentoring1764000000072 } from '@sala/api/mentoring';
import { Platform1764000000001, ServerKey1764000000030, type Migrations } from '@sala/api/platform';
import { Progress1764000000006 } from '@sala/api/progress';
import { Reporting1764000000080 } from '@sala/api/reporting';

/** Every migration, oldest first. */
export const migrations: Migrations = [
  Platform1764000000001,
  Identity1764000000002,
  People1764000000003,
  Library1764000000004,
  LearningLog1764000000005,
  Progress1764000000006,
  LearningLogAppend1764000000007,
  Authoring1764000000020,
  ServerKey1764000000030,
  DeviceKey1764000000031,
  AttemptMoves1764000000041,
  DataPrice1764000000050,
  Groups1764000000060,
  PersonActs1764000000061,
  MentorDeeds1764000000070,
  MentoredPhones1764000000071,
  Mentoring1764000000072,
  Reporting1764000000080,
  ForgottenWords1764000000090,
];
