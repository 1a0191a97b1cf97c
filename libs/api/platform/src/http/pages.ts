import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Env } from '../env/env.js';

const HASHED = /-[\w-]{8}\.[a-z0-9]+(?:\.(?:br|gz))?$/;
const YEAR = 'public, max-age=31536000, immutable';

function setCaching(reply: FastifyReply, path: string): void {
  reply.header('cache-control', HASHED.test(path) ? YEAR : 'no-cache');
}

/** Serves the built apps: the learner's at `/`, the studio at `/studio/`; a file with a hash in its name is kept for a year, the rest is asked for again. */
export async function servePages(server: FastifyInstance, env: Env): Promise<void> {
  const apps = [
    { prefix: '/', root: env.LEARNER_DIR },
    { prefix: '/studio', root: env.STUDIO_DIR },
  ];
  let decorateReply = true;
  for (const { prefix, root } of apps) {
    if (root === undefined || !existsSync(root)) continue;
    await server.register(async (part) => {
      part.addHook('onRoute', (route) => {
        route.config = { ...route.config, act: 'app.open' };
      });
      // `redirect` sends /studio to /studio/.
      const options = {
        root,
        prefix,
        decorateReply,
        redirect: true,
        preCompressed: true,
        cacheControl: false,
        setHeaders: setCaching,
        dotfiles: 'deny' as const,
      };
      await part.register(fastifyStatic, options);
    });
    decorateReply = false;
  }
}
