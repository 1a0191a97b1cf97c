import { AuthoringModule } from '@sala/api/authoring';
import { IdentityModule } from '@sala/api/identity';
import { LearningLogModule } from '@sala/api/learning-log';
import { LibraryModule } from '@sala/api/library';
import { MentoringModule } from '@sala/api/mentoring';
import { PeopleModule } from '@sala/api/people';
import { PlatformModule, type Env } from '@sala/api/platform';
import { ProgressModule } from '@sala/api/progress';
import { ReportingModule } from '@sala/api/reporting';
import { SyncModule } from '@sala/api/sync';
import { Module, type DynamicModule } from '@nestjs/common';
import { migrations } from './migrations.js';

/** All rooms of the API. */
@Module({})
export class AppModule {
  /** The rooms in given surroundings. */
  static with(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(env, migrations),
        IdentityModule,
        PeopleModule,
        LibraryModule,
        LearningLogModule,
        ProgressModule,
        SyncModule,
        AuthoringModule,
        MentoringModule,
        ReportingModule,
      ],
    };
  }
}
