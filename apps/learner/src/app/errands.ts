import { effect, inject, Injector, untracked } from '@angular/core';
import { Uplink } from '@sala/web/data-sync';

/** So long the first card, and what it brings behind it, have the line for themselves. */
const AFTER_MS = 12_000;

/** Loads the part with what goes from phone to phone. */
export const relay = () => import('./relay.js');

/** Whenever the server was reached, what is carried for other phones is delivered by the way. */
export function runErrands(): void {
  const [uplink, injector] = [inject(Uplink), inject(Injector)];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    const { Errands, MentoringErrands } = await relay();
    await injector.get(Errands).run();
    await injector.get(MentoringErrands).run();
  };
  effect(() => {
    const { line } = uplink.state();
    if (line !== 'reached') return;
    clearTimeout(timer);
    untracked(() => (timer = setTimeout(() => void run().catch(() => undefined), AFTER_MS)));
  });
}
