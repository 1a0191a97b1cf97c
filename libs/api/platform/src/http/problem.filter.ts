import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ProblemCode, ProblemReply } from '@sala/contract/routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { Problem } from '../problem.js';

const CODE_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'not-ready',
};

// What PostgreSQL says to text that it can't hold, such as the character NUL.
const NO_TEXT = new Set<unknown>(['22021', '22P05']);
const codeOf = (thrown: unknown): unknown => (typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined);

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status: unknown = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

/** Whatever was thrown, as a problem of the contract. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (NO_TEXT.has(codeOf(thrown))) return new Problem('invalid-request', { errors: [{ path: '', rule: 'text' }] });
  const status = statusOf(thrown);
  const code = CODE_BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'invalid-request' : 'server-error');
  if (code === 'invalid-request') return new Problem(code, { errors: [{ path: '', rule: 'readable' }] });
  const retryAfter = code === 'too-many-requests' ? { retryAfter: 60 } : {};
  return new Problem(code, retryAfter);
}

/** The body of a problem reply. */
export function problemReply(problem: Problem, requestId: string): ProblemReply {
  const title = problem.code.charAt(0).toUpperCase() + problem.code.slice(1).replaceAll('-', ' ');
  return { type: `/problems/${problem.code}`, code: problem.code, title, status: problem.status, requestId, ...problem.details };
}

/** A failure without the values that it happened to: a database message may quote a name. */
function withoutValues(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const frames = thrown.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  if (!(thrown instanceof QueryFailedError)) return { type: thrown.name, message: thrown.message, frames };
  const { code, constraint, table, routine } = thrown.driverError as unknown as Record<string, unknown>;
  return { type: thrown.name, code, constraint, table, routine, frames };
}

/** Answers a request with the problem that something thrown amounts to. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(thrown);
  if (problem.code === 'server-error') request.log.error({ failure: withoutValues(thrown) }, 'request failed');
  if (problem.details.retryAfter !== undefined) reply.header('retry-after', problem.details.retryAfter);
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemReply(problem, request.id)));
}

/** Answers everything that is thrown, by the framework too, as RFC 9457 `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(thrown, request, reply);
  }
}
