import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openProxy, type Proxy } from './proxy.ts';

describe('a line on which anything may go wrong', () => {
  let server: Server;
  let proxy: Proxy;
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, reply) => {
      asked.push(request.url ?? '');
      reply.end('x'.repeat(1_000));
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    proxy = await openProxy(`http://localhost:${(server.address() as AddressInfo).port}`);
  });
  afterEach(() => {
    asked = [];
    proxy.become({ kind: 'none' });
  });
  afterAll(async () => {
    await proxy.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const get = async (path = '/', patience = 2_000): Promise<string> =>
    (await fetch(`${proxy.origin}${path}`, { signal: AbortSignal.timeout(patience) })).text();

  it('lets everything through while nothing is wrong', async () => {
    expect(await get()).toHaveLength(1_000);
    expect([proxy.met, asked]).toEqual([0, ['/']]);
  });

  it('takes a request and never answers', async () => {
    proxy.become({ kind: 'hang' });
    await expect(get('/', 300)).rejects.toThrow();
    expect([proxy.met, asked]).toEqual([1, []]);
  });

  it.each([0, 1, 40, 300, 1_050])('cuts an answer after %i bytes', async (after) => {
    proxy.become({ kind: 'cut', after });
    await expect(get()).rejects.toThrow();
    expect(asked.length).toBeGreaterThan(0);
    proxy.become({ kind: 'cut', after: 10_000 });
    expect(await get()).toHaveLength(1_000);
  });

  it('answers with a page of its own, only where it is told to', async () => {
    proxy.become({ kind: 'lie', paths: /\.js$/ });
    expect(await get('/main.js')).toContain('Please sign in');
    expect(await get('/index.html')).toHaveLength(1_000);
    expect([proxy.met, asked]).toEqual([1, ['/index.html']]);
  });
});
