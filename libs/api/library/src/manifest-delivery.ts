import type { VersionPath } from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Versions } from './versions.js';

const YEAR = 'public, max-age=31536000, immutable';

/** Sends manifests: that of a numbered version is kept for ever, the latest is asked for again and answered by its tag alone when it is the same. */
@Injectable()
export class ManifestDelivery {
  constructor(private readonly versions: Versions) {}

  /** Answers a request for a manifest with its JSON, or with nothing when the asker has it. */
  async answer({ courseId, version }: VersionPath, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const number = version === 'latest' ? await this.versions.latest(courseId) : Number(version);
    const text = await this.versions.manifest(courseId, number);
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
}
