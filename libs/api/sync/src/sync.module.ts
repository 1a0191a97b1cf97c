import { LearningLogModule } from '@sala/api/learning-log';
import { LibraryModule } from '@sala/api/library';
import { ProgressModule } from '@sala/api/progress';
import { Module } from '@nestjs/common';
import { Exchange } from './exchange.js';
import { Relay } from './relay.js';
import { SyncController } from './sync.controller.js';

/** What phones exchange with the server. */
@Module({
  imports: [LearningLogModule, LibraryModule, ProgressModule],
  controllers: [SyncController],
  providers: [Exchange, Relay],
})
export class SyncModule {}
