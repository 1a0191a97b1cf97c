import { Prepared } from '@sala/api/platform';
import type { Catalogue, CatalogueEntry, CourseInOverview } from '@sala/contract/dto';
import { looseKey, searchKey } from '@sala/domain/khmer';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import { DataPrice } from './data-price.js';

const LATEST = `
  select distinct on (v.course_id) v.course_id, v.number, v.manifest, v.search_key, v.loose_key, v.reviewed_lessons, v.published_at
  from course_version v where v.retired_at is null order by v.course_id, v.number desc`;

const ENTRIES = `
  select v.course_id as "courseId", v.number as version, v.manifest->>'slug' as slug, v.manifest->'title' as title, v.manifest->'summary' as summary,
    json_array_length(v.manifest->'lessons') as lessons,
    (select sum((l->>'minutes')::int)::int from json_array_elements(v.manifest->'lessons') l) as minutes,
    (select sum((f->>'bytes')::int)::int from json_array_elements(v.manifest->'files') f) as bytes
  from (${LATEST}) v order by v.manifest->'title'->>'km' collate khmer, v.course_id`;

// First by the folded key, which finds words without spaces and in any encoding; then with room for typing errors.
const FIND = `select course_id as id from (${LATEST}) v where v.search_key like '%' || $1 || '%'`;
const FIND_LOOSE = `select course_id as id from (${LATEST}) v where word_similarity($1, v.loose_key) >= 0.4`;

/** The catalogue as it is kept, with the price that an officer set. */
type Kept = Pick<Catalogue, 'hash' | 'courses'> & { riel: number | null };
const NOTHING: Kept = { hash: '', courses: [], riel: null };

const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Writes the catalogue anew from the published versions. */
export async function renewCatalogue(tx: EntityManager): Promise<void> {
  const courses = await tx.query<CatalogueEntry[]>(ENTRIES);
  const hash = shortHash(JSON.stringify(courses));
  await tx.query(
    'insert into catalogue (hash, courses) values ($1, $2) on conflict (one_row) do update set hash = excluded.hash, courses = excluded.courses',
    [hash, JSON.stringify(courses)],
  );
}

/** What is published, as lists. */
@Injectable()
export class Catalogues {
  /** For a second: a phone that asks meanwhile hears of a new course at its next sync. */
  private readonly hashes = new LRUCache<'hash', string>({ max: 1, ttl: 1_000 });

  constructor(
    private readonly database: DataSource,
    private readonly prepared: Prepared,
    private readonly price: DataPrice,
  ) {}

  /** The catalogue, or what of it fits a search. */
  async find(search = ''): Promise<Catalogue> {
    const [row] = await this.prepared.query<Kept>(
      'catalogue',
      'select hash, courses, (select riel_per_gigabyte from data_price) as riel from catalogue',
    );
    const all = this.priced(row ?? NOTHING);
    const key = searchKey(search);
    if (key === '') return all;
    const ids = await this.idsOf(key, looseKey(search));
    return { ...all, courses: all.courses.filter((course) => ids.has(course.courseId)) };
  }

  /** The hash by which a phone asks whether the catalogue has changed. */
  async hash(): Promise<string> {
    const known = this.hashes.get('hash');
    if (known !== undefined) return known;
    const [row] = await this.prepared.query<Pick<Kept, 'hash' | 'riel'>>(
      'catalogue hash',
      'select hash, (select riel_per_gigabyte from data_price) as riel from catalogue',
    );
    const { hash } = this.priced({ ...NOTHING, ...row });
    this.hashes.set('hash', hash);
    return hash;
  }

  /** The studio's list: each course with its state and its reviews. */
  overview(): Promise<Omit<CourseInOverview, 'learners'>[]> {
    return this.database.query<Omit<CourseInOverview, 'learners'>[]>(
      `select v.course_id as "courseId", v.manifest->>'slug' as slug, v.manifest->'title' as title, v.number as version, v.published_at as "publishedAt",
         json_array_length(v.manifest->'lessons') as lessons, v.reviewed_lessons as "reviewedLessons"
       from (${LATEST}) v order by v.manifest->'title'->>'km' collate khmer, v.course_id`,
    );
  }

  /** The catalogue with the price of data, which its hash names too, so that phones hear of another price. */
  private priced({ hash, courses, riel }: Kept): Catalogue {
    const rielPerGigabyte = this.price.orDefault(riel);
    return { hash: hash === '' ? '' : shortHash(`${hash} ${rielPerGigabyte}`), courses, rielPerGigabyte };
  }

  private async idsOf(key: string, loose: string): Promise<Set<string>> {
    const exact = await this.database.query<{ id: string }[]>(FIND, [key]);
    const found = exact.length > 0 ? exact : await this.database.query<{ id: string }[]>(FIND_LOOSE, [loose]);
    return new Set(found.map((row) => row.id));
  }
}
