import { describe, expect, it } from '@jest/globals';
import { makeSealingKeys, openSecret, sealSecret } from './index.js';

describe('a short secret', () => {
  it('is read by its recipient alone', async () => {
    const [server, other] = await Promise.all([makeSealingKeys(), makeSealingKeys()]);
    const sealed = await sealSecret('12345678:2580', server.publicKey);
    expect(await openSecret(sealed, server)).toBe('12345678:2580');
    expect(await openSecret(sealed, other)).toBeUndefined();
    expect(Buffer.from(sealed).includes('2580')).toBe(false);
  });

  it('is refused with any byte flipped, or cut', async () => {
    const server = await makeSealingKeys();
    const sealed = await sealSecret('12345678:2580', server.publicKey);
    for (const place of sealed.keys()) {
      const altered = sealed.slice();
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(await openSecret(altered, server)).toBeUndefined();
    }
    expect(await openSecret(sealed.slice(0, 40), server)).toBeUndefined();
  });
});
