// The baseline of the bench `tap`: an Angular page of one button that changes one word, served from node_modules as it stands.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inRoot } from '../paths.ts';

const PACKAGES = ['@angular/core', '@angular/common', '@angular/compiler', '@angular/platform-browser', 'rxjs'];
const PAGE = `<!doctype html><title>One button</title><script>var ngDevMode = false;</script>
<script type="importmap">${JSON.stringify({ imports: { ...Object.fromEntries(PACKAGES.flatMap(doorsOf)), tslib: '/tslib/tslib.es6.mjs' } })}</script><body><main></main>
<script type="module">
  import '@angular/compiler';
  import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
  import { bootstrapApplication } from '@angular/platform-browser';
  class Page {
    count = signal(0);
  }
  Component({ selector: 'main', template: '<button (click)="count.set(count() + 1)">Tap</button><p class="said">{{ count() }}</p>' })(Page);
  await bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
</script>`;

type Doors = Record<string, { es2015?: string; default?: string }>;

/** The doors of a package with the addresses of their files, as a browser's import map names them. */
function doorsOf(name: string): [string, string][] {
  const { exports } = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')) as { exports: Doors };
  return Object.entries(exports).flatMap(([door, { es2015, default: file = es2015 }]) =>
    file?.includes('*') === false ? [[name + door.slice(1), `/${name}/${es2015 ?? file}`]] : [],
  );
}

/** Serves the page on a free port. */
export async function openBarePage(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    // RxJS names its own files without an ending.
    const file = [address, `${address}.js`].map((one) => inRoot('node_modules', one)).find((one) => /\.m?js$/.test(one) && existsSync(one));
    if (address !== '/' && !file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file ? 'text/javascript' : 'text/html' }).end(file ? readFileSync(file) : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
