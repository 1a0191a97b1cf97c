import { Controller, Get, Header, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { routes, type Route } from '@sala/contract/routes';
import { DataSource } from 'typeorm';
import { Handle, ROUTE } from '../act/handle.js';
import { isMigrated } from '../database/migrating.js';
import { FileStore } from '../files/file-store.js';
import { Problem } from '../problem.js';
import { Metrics } from './metrics.js';
import { OpenApi } from './open-api.js';

const metrics: Route = { method: 'GET', path: 'metrics', act: 'metrics.read' };

/** That the process lives. */
export class HealthReply {
  alive!: boolean;
}

/** That requests can be served. */
export class ReadyReply {
  ready!: boolean;
}

/** What those who watch the server ask. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly files: FileStore,
    private readonly openApi: OpenApi,
    private readonly metrics: Metrics,
  ) {}

  /** Whether the process lives; asks nothing of the database. */
  @Handle(routes.health)
  health(): HealthReply {
    return { alive: true };
  }

  /** Whether requests can be served: database reached, migrations done, files writable. */
  @Handle(routes.ready)
  async ready(): Promise<ReadyReply> {
    const isReady = await Promise.all([isMigrated(this.database), this.files.check()]).then(
      ([migrated]) => migrated,
      () => false,
    );
    if (!isReady) throw new Problem('not-ready');
    return { ready: true };
  }

  /** This API as an OpenAPI document. */
  @Handle(routes.openapi)
  openapi(): object {
    return this.openApi.document;
  }

  /** Figures for Prometheus. */
  @Get(metrics.path)
  @SetMetadata(ROUTE, metrics)
  @RouteConfig({ act: metrics.act })
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(): Promise<string> {
    return this.metrics.text();
  }
}
