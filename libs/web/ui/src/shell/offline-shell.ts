import { Injectable, signal } from '@angular/core';

interface ScriptAddresses {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}

/** Under Trusted Types a service worker's address must come from a named policy; ours knows one address. */
function workerAddress(): string {
  const address = 'ngsw-worker.js';
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptAddresses };
  return trustedTypes?.createPolicy('sala', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}

/** Keeps the app itself on the phone by Angular's service worker. A new version waits for the next start, so that it never changes under somebody's hands. */
@Injectable({ providedIn: 'root' })
export class OfflineShell {
  private readonly broken = signal(false);
  /** The kept app is damaged and can only go on after a new start. */
  readonly mustStartAgain = this.broken.asReadonly();

  /** Registers the service worker, where the browser lets us. */
  start(): void {
    const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
    if (!workers) return;
    workers.addEventListener('controllerchange', () => workers.controller?.postMessage({ action: 'INITIALIZE' }));
    workers.addEventListener('message', (event: MessageEvent<{ type?: string } | null>) => {
      if (event.data?.type === 'UNRECOVERABLE_STATE') this.broken.set(true);
    });
    workers.register(workerAddress(), { updateViaCache: 'none' }).then(
      () => workers.controller?.postMessage({ action: 'INITIALIZE' }),
      (reason: unknown) => reportError(reason),
    );
    // Asks the phone not to throw the lessons away when it runs short of space; it may say no.
    void navigator.storage?.persist?.().catch(() => false);
  }
}
