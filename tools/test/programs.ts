// For tests that start the API's built programs and a PostgreSQL of their own, as an operator does.
import { inRoot } from '../paths.ts';

export { startCluster, type Cluster } from '../postgres/cluster.ts';

/** The built server. */
export const apiMain = inRoot('dist/node/apps/api/src/main.js');
/** The built commands. */
export const apiCommand = inRoot('dist/node/apps/api/src/command.js');
/** What a started program needs of our own environment. */
export const searchPath: Record<string, string> = { PATH: process.env['PATH'] ?? '' };
