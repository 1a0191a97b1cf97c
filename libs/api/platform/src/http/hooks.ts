import type { IncomingMessage } from 'node:http';
import { createGunzip, type Gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { Problem } from '../problem.js';
import { SMALL_FORM, type ActConfig } from '../act/handle.js';
import type { Env } from '../env/env.js';
import { Gate } from './gate.js';
import { API_HEADERS, HSTS, PERMISSIONS_POLICY } from './headers.js';

const PAGE_HEADERS = { 'permissions-policy': PERMISSIONS_POLICY };
/** Pushes of events that are read at once; each may unpack to a megabyte and some more as objects. */
const LARGE_AT_A_TIME = 24;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether an unsafe request was made by a page of ours. Browsers tell; what tells nothing is no browser page of ours either. */
export function isSameOrigin(request: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

type Sized = Gunzip & { receivedEncodedLength?: number };

/** Unpacks a body as it comes; the body limit counts the unpacked bytes, so a bomb stops there. */
function gunzip(packed: NodeJS.ReadableStream): Sized {
  const plain: Sized = createGunzip();
  plain.receivedEncodedLength = 0;
  packed.on('data', (chunk: Buffer) => (plain.receivedEncodedLength = (plain.receivedEncodedLength ?? 0) + chunk.length));
  packed.on('error', (error: Error) => plain.destroy(error));
  plain.on('error', () => packed.unpipe(plain));
  return packed.pipe(plain);
}

function asRequestFault(error: Error & { statusCode?: number }): void {
  error.statusCode = 400;
}

/** Hooks that run for every request, in this order: origin, body encoding, headers, log line. */
export function addHooks(server: FastifyInstance, env: Env): void {
  const apiHeaders = env.isProduction ? { ...API_HEADERS, ...HSTS } : API_HEADERS;
  const gate = new Gate(LARGE_AT_A_TIME);
  server.addHook('onRoute', (route: RouteOptions) => {
    const { bodyLimit, asIs } = (route.config ?? {}) as Partial<ActConfig>;
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
    if (asIs) route.compress = false;
    if (route.url.startsWith('/api/')) route.helmet = false;
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).headers(request.url.startsWith('/api/') ? apiHeaders : PAGE_HEADERS);
    if (!SAFE.has(request.method) && !isSameOrigin(request)) return done(new Problem('wrong-origin'));
    const { bodyLimit = 0 } = request.routeOptions.config as Partial<ActConfig>;
    if (bodyLimit > SMALL_FORM) gate.enter(reply.raw, done);
    else done();
  });
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return done(null, payload);
    if (encoding !== 'gzip') return done(new Problem('unsupported-media-type'));
    const plain = gunzip(payload);
    plain.prependListener('error', asRequestFault);
    done(null, plain);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'none' : request.routeOptions.url;
    request.log.info({ route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered');
    done();
  });
}

/** Takes a file as a body where a route expects one, and nowhere else. */
export function addFileBodies(server: FastifyInstance): void {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (request, body, done) => {
    const { isFile } = request.routeOptions.config as Partial<ActConfig>;
    done(isFile ? null : new Problem('unsupported-media-type'), body);
  });
}

const FILE = /\.[a-z0-9]+$/i;

/** Where a page's address leads: the apps make their own pages, so each navigation gets the app's one document. */
export function pageAddress(request: Pick<IncomingMessage, 'url' | 'method' | 'headers'>): string {
  const url = request.url ?? '/';
  const path = url.split('?', 1)[0] ?? '/';
  if (request.method !== 'GET' && request.method !== 'HEAD') return url;
  if (/^\/(?:api|metrics)(?:\/|$)/.test(path) || FILE.test(path)) return url;
  if (path !== '/' && !request.headers.accept?.includes('text/html')) return url;
  return /^\/studio(?:\/|$)/.test(path) ? '/studio/index.html' : '/index.html';
}
