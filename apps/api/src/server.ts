import { furnish, httpAdapter, Metrics, OpenApi, type Env } from '@sala/api/platform';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Writable } from 'node:stream';
import { AppModule } from './app.module.js';
import { describeApi } from './open-api.js';

/** What Nest itself has to say, as JSON lines, and only when it is bad. */
export const nestLogger = new ConsoleLogger({ json: true, colors: false, logLevels: ['error', 'fatal'] });

/** Makes the application, ready to listen. */
export async function createServer(
  env: Env,
  logTo?: Writable,
  onInstance?: (server: FastifyInstance) => void,
): Promise<NestFastifyApplication> {
  const logger = env.LOG_LEVEL === 'silent' ? false : nestLogger;
  const options = { logger, bodyParser: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(env), httpAdapter(env, logTo), options);
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  onInstance?.(instance);
  app.get(Metrics).watch(instance);
  await furnish(app, env);
  app.get(OpenApi).document = describeApi(app);
  await app.init();
  await instance.ready();
  return app;
}
