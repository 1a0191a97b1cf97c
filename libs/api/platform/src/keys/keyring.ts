import {
  base64url,
  makeSealingKeys,
  makeSigningKeys,
  readPrivateKey,
  writePrivateKey,
  type KeyPair,
  type ServerKeys,
} from '@sala/domain/sealing';
import { Injectable } from '@nestjs/common';
import { Prepared } from '../database/prepared.js';
import { BadEnv } from '../env/env.js';
import { Secrets } from '../secrets.js';

type Purpose = keyof ServerKeys;
type Row = { publicKey: Buffer; privateSealed: Buffer };

const MAKE = { signing: makeSigningKeys, sealing: makeSealingKeys };
const FIND = 'select public_key as "publicKey", private_sealed as "privateSealed" from server_key where purpose = $1';
const INSERT = 'insert into server_key (purpose, public_key, private_sealed) values ($1, $2, $3) on conflict do nothing';

const OTHER_SECRET =
  'The keys of this server can not be opened with this SALA_SECRET. Put the secret back under which they were made; if it is lost, see docs/operating.md.';

/** The keys by which phones know this server: made once, kept in the database, and never changed while it lives. */
@Injectable()
export class Keyring {
  private readonly known = new Map<Purpose, Promise<KeyPair>>();

  constructor(
    private readonly prepared: Prepared,
    private readonly secrets: Secrets,
  ) {}

  /** The keys that sign receipts and course files. */
  signing(): Promise<KeyPair> {
    return this.pair('signing');
  }

  /** The keys that packets are sealed to. */
  sealing(): Promise<KeyPair> {
    return this.pair('sealing');
  }

  /** The public keys, as phones are told them. */
  async told(): Promise<ServerKeys> {
    const [signing, sealing] = await Promise.all([this.signing(), this.sealing()]);
    return { signing: base64url(signing.publicKey), sealing: base64url(sealing.publicKey) };
  }

  private pair(purpose: Purpose): Promise<KeyPair> {
    const known = this.known.get(purpose);
    if (known) return known;
    const pair = this.load(purpose);
    // What failed (no database for a moment) is tried again at the next ask.
    pair.catch(() => this.known.delete(purpose));
    this.known.set(purpose, pair);
    return pair;
  }

  /** Processes that start together may each make a pair; the first that is stored is everybody's. */
  private async load(purpose: Purpose): Promise<KeyPair> {
    const row = (await this.find(purpose)) ?? (await this.make(purpose));
    const privateKey = await readPrivateKey(purpose, this.unseal(purpose, row));
    return { publicKey: Uint8Array.from(row.publicKey), privateKey };
  }

  private unseal(purpose: Purpose, { privateSealed }: Row): string {
    try {
      return this.secrets.unseal(`server key ${purpose}`, privateSealed);
    } catch {
      throw new BadEnv(OTHER_SECRET);
    }
  }

  private async find(purpose: Purpose): Promise<Row | undefined> {
    const [row] = await this.prepared.query<Row>('server key', FIND, [purpose]);
    return row;
  }

  private async make(purpose: Purpose): Promise<Row> {
    const { publicKey, privateKey } = await MAKE[purpose](true);
    const sealed = this.secrets.seal(`server key ${purpose}`, await writePrivateKey(privateKey));
    await this.prepared.query('new server key', INSERT, [purpose, Buffer.from(publicKey), sealed]);
    const row = await this.find(purpose);
    if (!row) throw new Error('the server’s key was not kept');
    return row;
  }
}
