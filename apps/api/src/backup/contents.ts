import * as v from 'valibot';

const part = { bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) };
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a backup says of itself: its migration, and each part with its size and hash. */
export const Contents = v.object({
  format: v.literal(1),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  migration: v.string(),
  tables: v.array(v.object({ name: v.pipe(v.string(), v.regex(/^[a-z][a-z_]{0,62}$/)), rows: count, ...part })),
  files: v.array(v.object(part)),
});
/** What a backup says of itself. */
export type Contents = v.InferOutput<typeof Contents>;

/** The name under which the contents stand, first in the archive. */
export const CONTENTS = 'manifest.json';

/** The name of a table in the archive. */
export const tableEntry = (name: string): string => `tables/${name}.copy`;
/** The name of a stored file in the archive. */
export const fileEntry = (sha256: string): string => `files/${sha256}`;
