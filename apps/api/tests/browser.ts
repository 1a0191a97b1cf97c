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

  /** Puts JSON to a path below /api. */
  put<T = ProblemReply>(path: string, body: object): Promise<Reply<T>> {
    return this.send('PUT', path, body);
  }

  /** Posts a file to a path below /api. */
  postFile<T = ProblemReply>(path: string, file: Uint8Array): Promise<Reply<T>> {
    return this.send('POST', path, file, { 'content-type': 'application/octet-stream' });
  }

  /** Gets a file from a path below /api. */
  async getFile(path: string): Promise<{ status: number; type: string; bytes: Buffer }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.origin}/api/${path}`, { headers: { cookie } });
    return { status: response.status, type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
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
      ...(body && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
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
