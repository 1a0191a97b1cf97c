import { FilePath, Text } from '@sala/domain/khmer';
import * as v from 'valibot';

/** A drawing of the course package, with words that say the same. */
export const Picture = v.object({ file: FilePath, alt: Text });
/** A drawing of the course package, with words that say the same. */
export type Picture = v.InferOutput<typeof Picture>;
