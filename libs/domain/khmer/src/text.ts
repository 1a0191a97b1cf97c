import * as v from 'valibot';

/** The languages of every text: Khmer is the source, English the second. */
export const LANGUAGES = ['km', 'en'] as const;
/** One of the languages of `LANGUAGES`. */
export type Language = (typeof LANGUAGES)[number];

const line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(2_000));

/** A text in both languages. */
export const Text = v.object({ km: line, en: line });
/** A text in both languages. */
export type Text = v.InferOutput<typeof Text>;

/** A name inside a document: small letters, digits and hyphens, never changed once published. */
export const Slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(64));

/** The path of a file inside a course package. */
export const FilePath = v.pipe(v.string(), v.regex(/^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.[a-z0-9]{2,5}$/), v.maxLength(128));
