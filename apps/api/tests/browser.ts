import type { ProblemReply } from '@sala/contract/routes';
import { randomUUID } from 'node:crypto';

/** A reply with its body read as JSON. */
export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A browser with its cookies, on a page of ours. */
export class Browser {
  /** The id that the app on this phone made at its first start. */
  deviceId: string = randomUUID();
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** Gets a path below /api. */
  get<T = ProblemReply>(path: string, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send('GET', path, undefined, headers);
  }

  /** Posts JSON to a path below /api. */
  post<T = ProblemReply>(path: string, body?: object, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send('POST', path, body, headers);
  }

  /** Deletes a path below /api. */
  delete<T = ProblemReply>(path: string): Promise<Reply<T>> {
    return this.send('DELETE', path);
  }

  /** Sends a request with the cookies and the origin of our page, and keeps the cookies of the reply. */
  async send<T>(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Reply<T>> {
    const headers: Record<string, string> = { origin: this.origin, ...(body && { 'content-type': 'application/json' }), ...more };
    if (this.cookies.size > 0) headers['cookie'] = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.origin}/api/${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: (isJson && text !== '' ? JSON.parse(text) : text) as T };
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
