import { inject, Injectable, InjectionToken } from '@angular/core';
import { openRoutes, PROBLEMS, type ProblemCode, type ProblemReply, type Route } from '@sala/contract/routes';
import { handOn, rangeHeaders, startOf, Watch, type Taking } from './arriving.js';
import type { CallInput, CallName, CallReply } from './calls.js';
import { zipped } from './zip.js';

/** Why a call gave nothing: the server's problem code, that no server could be reached, or that what came is not what was asked for. */
export type TroubleCode = ProblemCode | 'offline' | 'damaged';

/** Why a call gave nothing, with what the server added. */
export interface Trouble extends Partial<Pick<ProblemReply, 'retryAfter' | 'triesLeft' | 'errors'>> {
  code: TroubleCode;
}

/** What a call gave, with the server's clock where it was told, or why not. */
export type Called<T> = { ok: true; value: T; serverTime?: number } | { ok: false; trouble: Trouble };

const OFFLINE: { ok: false; trouble: Trouble } = { ok: false, trouble: { code: 'offline' } };
/** A request that gets no answer in this time counts as offline: a line that swallows everything must not hold a screen. */
const PATIENCE_MS = 20_000;

/** The routes that an app calls: those of the learner app, unless an app provides more. */
export const ROUTES = new InjectionToken<Record<string, Route>>('routes', { factory: () => openRoutes });

/** What fills a route. */
export interface Parts {
  body?: object;
  path?: Record<string, string>;
  query?: Record<string, string | undefined>;
}

/** Calls the API by the names of its routes; what goes wrong comes back as a value. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly routes = inject(ROUTES) as Record<CallName | 'file', Route>;

  /** Calls a route and reads its JSON. */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Called<CallReply<N>>> {
    const route = this.routes[name];
    const parts: Parts = input;
    const answer = await this.fetch(addressOf(route, parts), {
      method: route.method,
      ...(parts.body ? await zipped(parts.body) : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) return answer;
    return this.read(answer.value);
  }

  /** Fetches a stored file by its hash, from a byte on, and hands on what comes; what came before a cut is not lost. */
  async file(sha256: string, taking: Taking): Promise<Trouble | undefined> {
    const watch = new Watch(taking.stop);
    try {
      // The phone keeps files in its own store: a second copy in the browser's cache would only cost space.
      const init: RequestInit = { headers: rangeHeaders(sha256, taking.from), cache: 'no-store', signal: watch.signal };
      const answer = await this.fetch(`/api/${this.routes.file.path.replace(':sha256', sha256)}`, init);
      if (!answer.ok) return answer.trouble;
      const start = startOf(answer.value);
      if (start === undefined || start > taking.from) return OFFLINE.trouble;
      return (await handOn(answer.value, start, taking, () => watch.alive())) ? undefined : OFFLINE.trouble;
    } finally {
      watch.end();
    }
  }

  private async read<T>(response: Response): Promise<Called<T>> {
    if (response.status === 204) return { ok: true, value: undefined as T };
    const serverTime = Date.parse(response.headers.get('date') ?? '');
    // A hotel's or café's sign-in page answers 200 with HTML: that is no answer of ours.
    if (!response.headers.get('content-type')?.includes('json')) return OFFLINE;
    return response.json().then(
      (value: T) => ({ ok: true, value, ...(serverTime > 0 ? { serverTime } : {}) }),
      () => OFFLINE,
    );
  }

  private async fetch(address: string, init: RequestInit): Promise<Called<Response>> {
    try {
      const response = await fetch(address, init);
      if (response.ok) return { ok: true, value: response };
      return { ok: false, trouble: await troubleOf(response) };
    } catch {
      return OFFLINE;
    }
  }
}

/** The address of a route with its parts filled in. */
export function addressOf(route: Route, { path = {}, query = {} }: Parts): string {
  const filled = route.path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(path[part] ?? ''));
  const asked = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return asked.size > 0 ? `/api/${filled}?${asked.toString()}` : `/api/${filled}`;
}

/** What an answer that is no success says. */
export async function troubleOf(response: Response): Promise<Trouble> {
  const reply = await response.json().then(
    (value: Partial<ProblemReply>) => value,
    () => undefined,
  );
  if (reply?.code && reply.code in PROBLEMS) return { ...reply, code: reply.code };
  // The service worker answers 504 when it has no line, a proxy 502 when nobody is behind it: neither is our server.
  return { code: response.status < 500 ? 'server-error' : 'offline' };
}
