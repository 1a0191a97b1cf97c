import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActGuard } from './act/act.guard.js';
import { Clock } from './clock.js';
import { databaseOptions, type Migrations } from './database/database.js';
import { Prepared } from './database/prepared.js';
import { ServerEpoch } from './database/server-epoch.entity.js';
import { Env } from './env/env.js';
import { FileStore } from './files/file-store.js';
import { TableFiles } from './files/table-files.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { OpenApi } from './health/open-api.js';
import { Keyring } from './keys/keyring.js';
import { ServerKeyRow } from './keys/server-key.entity.js';
import { Secrets } from './secrets.js';

/** What every room stands on: configuration, database, files, keys, figures, and the guard at every door. */
@Module({})
export class PlatformModule {
  /** The platform of an application whose database the migrations make. */
  static with(env: Env, migrations: Migrations): DynamicModule {
    const shared = [{ provide: Env, useValue: env }, Clock, FileStore, Prepared, Secrets, Keyring, Metrics, OpenApi, TableFiles];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({ useFactory: () => databaseOptions(env, migrations) }),
        TypeOrmModule.forFeature([ServerEpoch, ServerKeyRow]),
      ],
      controllers: [HealthController],
      providers: [...shared, { provide: APP_GUARD, useClass: ActGuard }],
      exports: shared,
    };
  }
}
