// A phone's browser for unit tests: jsdom, with the platform parts that Node has and jsdom leaves out.
import { TestEnvironment } from 'jest-environment-jsdom';

const parts = {
  structuredClone,
  crypto,
  fetch,
  Headers,
  Request,
  Response,
  Blob,
  ReadableStream,
  CompressionStream,
  DecompressionStream,
  TextEncoder,
  TextDecoder,
  AbortSignal,
  AbortController,
  // No browser has it: fake-indexeddb looks for it, and would compile a function for each of its steps to get at it.
  setImmediate,
};

export default class BrowserEnvironment extends TestEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    for (const [name, value] of Object.entries(parts))
      Object.defineProperty(this.global, name, { value, configurable: true, writable: true });
  }
}
