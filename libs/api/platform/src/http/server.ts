import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import { constants } from 'node:zlib';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Env } from '../env/env.js';
import { Problem } from '../problem.js';
import { API_HEADERS, securityHeaders } from './headers.js';
import { addFileBodies, addHooks, pageAddress } from './hooks.js';
import { servePages } from './pages.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { RequestForm } from './validation.js';

const LARGEST_BODY = 1_048_576;
const REQUEST_PATIENCE_MS = 120_000;

/** The HTTP server beneath Nest. Its log holds route, status and time, never a name, body, query, cookie or token. */
export function httpAdapter(env: Env, logTo?: Writable): FastifyAdapter {
  return new FastifyAdapter({
    logger: { level: env.LOG_LEVEL, serializers: { req: () => ({}), res: () => ({}) }, ...(logTo && { stream: logTo }) },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    trustProxy: env.TRUST_PROXY ?? false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_PATIENCE_MS,
    rewriteUrl: pageAddress,
    // What the router itself refuses comes before every hook.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply.headers({ ...API_HEADERS, 'x-request-id': request.id })),
    routerOptions: { maxParamLength: 200 },
  });
}

const SILENT = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false } as const;

function rateLimit(max: number): RateLimitPluginOptions {
  return {
    max,
    timeWindow: '1 minute',
    skipOnError: true,
    addHeadersOnExceeding: SILENT,
    addHeaders: { ...SILENT, 'retry-after': false },
    errorResponseBuilder: (_request, context) => new Problem('too-many-requests', { retryAfter: Math.ceil(context.ttl / 1000) }),
  };
}

async function addPlugins(server: FastifyInstance, env: Env): Promise<void> {
  await server.register(fastifyHelmet, securityHeaders(env.isProduction));
  if (env.RATE_LIMIT !== 'off') await server.register(fastifyRateLimit, rateLimit(Number(env.RATE_LIMIT)));
  await server.register(fastifyCompress, {
    // Bodies are unpacked by our own hook, under the route's body limit.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await server.register(fastifyCookie);
}

/** Gives the application its plugins, hooks, pages and rules for every request; call before `init`. */
export async function furnish(app: NestFastifyApplication, env: Env): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.removeContentTypeParser('text/plain');
  addFileBodies(server);
  addHooks(server, env);
  await addPlugins(server, env);
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  app.useGlobalPipes(new RequestForm());
  app.useGlobalFilters(new ProblemFilter());
  await servePages(server, env);
}
