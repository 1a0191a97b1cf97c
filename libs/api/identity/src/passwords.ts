import { Secrets } from '@sala/api/platform';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with a pepper, for PINs and passwords. */
@Injectable()
export class Passwords {
  private readonly options: { secret: Buffer };
  private nobodys: Promise<string> | undefined;

  constructor(secrets: Secrets) {
    this.options = { secret: secrets.key('pepper') };
  }

  /** The hash to store. */
  hash(text: string): Promise<string> {
    return hash(text, this.options);
  }

  /** Whether the text is the one hashed. Without a hash the same work is done in vain, so that unknown and wrong take the same time. */
  async matches(stored: string | undefined, text: string): Promise<boolean> {
    this.nobodys ??= this.hash('nobody has this');
    const right = await verify(stored ?? (await this.nobodys), text, this.options);
    return right && stored !== undefined;
  }
}
