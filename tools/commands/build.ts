import { ensureBuilt } from '../build/built.ts';
import { run } from '../say.ts';

await run(() => ensureBuilt());
