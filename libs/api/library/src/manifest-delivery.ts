import { Keyring } from '@sala/api/platform';
import type { VersionPath } from '@sala/contract/dto';
import { signManifest } from '@sala/domain/sealing';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Versions } from './versions.js';

const KEPT_REPLIES = 60;
const YEAR = 'public, max-age=31536000, immutable';

/**
 * Sends manifests, each with the server's signature over the rest of the reply, by which a phone that gets the course from another phone knows it:
 * that of a numbered version is kept for ever, the latest is asked for again and answered by its tag alone when it is the same.
 */
@Injectable()
export class ManifestDelivery {
  private readonly replies = new LRUCache<string, string>({ max: KEPT_REPLIES });

  constructor(
    private readonly versions: Versions,
    private readonly keyring: Keyring,
  ) {}

  /** Answers a request for a manifest with its JSON, or with nothing when the asker has it. */
  async answer({ courseId, version }: VersionPath, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const number = version === 'latest' ? await this.versions.latest(courseId) : Number(version);
    const text = await this.signed(courseId, number);
    const tag = `"${number}"`;
    reply.headers({
      etag: tag,
      'cache-control': version === 'latest' ? 'no-cache' : YEAR,
      'content-type': 'application/json; charset=utf-8',
    });
    if (request.headers['if-none-match'] !== tag) return text;
    reply.status(304);
    return undefined;
  }

  private async signed(courseId: string, version: number): Promise<string> {
    const key = `${courseId}/${version}`;
    const known = this.replies.get(key);
    if (known !== undefined) return known;
    const manifest = JSON.parse(await this.versions.manifest(courseId, version)) as object;
    const { signature } = await signManifest(manifest, await this.keyring.signing());
    const reply = JSON.stringify({ ...manifest, signature });
    this.replies.set(key, reply);
    return reply;
  }
}
