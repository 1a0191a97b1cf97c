import { inject, Injectable } from '@angular/core';
import type { ImportCourseReply, MediaOfDraft } from '@sala/contract/dto';
import type { Route } from '@sala/contract/routes';
import { addressOf, ROUTES, troubleOf, type Called, type Parts } from './api.js';

/** What the routes of the studio that take or give a file answer. */
interface FileReplies {
  addMedia: MediaOfDraft;
  importCourse: ImportCourseReply;
}

/** A clip of three megabytes over a slow line takes some minutes. */
const PATIENCE_MS = 5 * 60_000;

/** Sends files to the server, and knows where it gives them. */
@Injectable({ providedIn: 'root' })
export class FileCalls {
  private readonly routes = inject(ROUTES);

  /** Sends a file as it is. */
  async send<N extends keyof FileReplies>(name: N, parts: Omit<Parts, 'body'>, file: Blob): Promise<Called<FileReplies[N]>> {
    const init: RequestInit = {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    };
    const answer = await fetch(this.addressOf(name, parts), init).catch(() => undefined);
    if (!answer) return { ok: false, trouble: { code: 'offline' } };
    if (!answer.ok) return { ok: false, trouble: await troubleOf(answer) };
    return answer.json().then(
      (value: FileReplies[N]): Called<FileReplies[N]> => ({ ok: true, value }),
      (): Called<FileReplies[N]> => ({ ok: false, trouble: { code: 'offline' } }),
    );
  }

  /** Where a file of a route is. */
  addressOf(name: keyof FileReplies | 'draftMedia' | 'exportDraft', parts: Omit<Parts, 'body'>): string {
    const route: Route | undefined = this.routes[name];
    return route ? addressOf(route, parts) : '';
  }
}
