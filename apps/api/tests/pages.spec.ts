import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startApi, type TestApi } from './start-api.js';

describe('the pages', () => {
  let api: TestApi;
  let folder: string;
  const script = `console.log('${'sala '.repeat(200)}')`;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sala-pages-'));
    for (const app of ['learner', 'studio']) {
      await mkdir(path.join(folder, app));
      await writeFile(path.join(folder, app, 'index.html'), `<!doctype html><title>${app}</title>`);
    }
    const main = path.join(folder, 'learner/main-ABCD2345.js');
    await writeFile(main, script);
    await writeFile(`${main}.br`, brotliCompressSync(script));
    await writeFile(`${main}.gz`, gzipSync(script));
    for (const name of ['ngsw.json', 'ngsw-worker.js', '.env', 'manifest.webmanifest'])
      await writeFile(path.join(folder, 'learner', name), '{}');
    await writeFile(path.join(folder, 'studio/main-ZZZZ9999.js'), script);
    api = await startApi({ env: { LEARNER_DIR: path.join(folder, 'learner'), STUDIO_DIR: path.join(folder, 'studio') } });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const page = { accept: 'text/html,application/xhtml+xml' };
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${api.origin}${path}`, { headers, redirect: 'manual' });

  it.each([
    ['/', 'learner'],
    ['/course/join-zoom', 'learner'],
    ['/card', 'learner'],
    ['/studio', 'studio'],
    ['/studio/', 'studio'],
    ['/studio/courses?x=1', 'studio'],
    ['/studios', 'learner'],
  ])('%s opens the %s app', async (address, app) => {
    const reply = await get(address, page);
    expect([reply.status, await reply.text()]).toEqual([200, `<!doctype html><title>${app}</title>`]);
    expect(reply.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/missing.js',
    '/studio/missing.css',
    '/api/missing',
    '/.env',
    '/../package.json',
    '/%2e%2e/package.json',
    '/studio/..%2f..%2f..%2fpackage.json',
  ])('%s is not there', async (address) => {
    const reply = await get(address, page);
    expect([400, 403, 404]).toContain(reply.status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  });

  it('are no answer to what isn’t a navigation', async () => {
    expect((await get('/course/join-zoom', { accept: 'application/json' })).status).toBe(404);
    expect((await fetch(`${api.origin}/course`, { method: 'POST', headers: { ...page, origin: api.origin } })).status).toBe(404);
  });

  it('load files with a hash in their names once a year, packed as the browser likes', async () => {
    for (const encoding of ['br', 'gzip']) {
      const reply = await get('/main-ABCD2345.js', { 'accept-encoding': encoding });
      expect(Object.fromEntries(reply.headers)).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': encoding,
        'content-type': expect.stringContaining('javascript'),
        vary: expect.stringMatching(/accept-encoding/i),
      });
      expect(await reply.text()).toBe(script);
    }
    expect((await get('/studio/main-ZZZZ9999.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/ngsw.json', '/ngsw-worker.js', '/manifest.webmanifest'])('ask again for %s each time', async (address) => {
    const reply = await get(address);
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect((await get(address, { 'if-none-match': reply.headers.get('etag') ?? '', 'cache-control': 'max-age=0' })).status).toBe(304);
  });

  it('may run no script from elsewhere or inline, be framed, or use more of the device than camera and microphone', async () => {
    for (const address of ['/', '/studio', '/main-ABCD2345.js', '/missing.js']) {
      const { headers } = await get(address, page);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split(';').map((one) => one.trim())).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "object-src 'none'",
          "base-uri 'self'",
          "frame-ancestors 'none'",
          "connect-src 'self'",
          "require-trusted-types-for 'script'",
          'trusted-types angular angular#bundler sala default',
        ]),
      );
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('come back only over HTTPS in production', async () => {
    const env = { NODE_ENV: 'production', SALA_SECRET: 'Kq93vhLw02mZ81nRtKq93vhLw02mZ81nRt', LEARNER_DIR: path.join(folder, 'learner') };
    const production = await startApi({ env });
    try {
      for (const address of ['/', '/api/health']) {
        const { headers } = await fetch(production.origin + address, { headers: page });
        expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
      }
    } finally {
      await production.close();
    }
  });
});
