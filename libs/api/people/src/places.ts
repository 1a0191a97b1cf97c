import { PlaceNames } from '@sala/api/identity';
import type { PlaceName, PlaceReply } from '@sala/contract/dto';
import { levelOf, parentOf } from '@sala/domain/access';
import { canonicalKhmer, searchKey } from '@sala/domain/khmer';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A place as a gazetteer tells it. */
export interface PlaceRow {
  readonly code: string;
  readonly khmer: string;
  readonly latin: string;
  /** The Khmer word for the kind of unit. */
  readonly unit: string;
}

/** How many places a storing added, changed and left as they were. */
export interface StoredPlaces {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

const STORE = `
  insert into place as p (code, parent_code, level, khmer, latin, unit, search_key)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
  on conflict (code) do update set khmer = excluded.khmer, latin = excluded.latin, unit = excluded.unit, search_key = excluded.search_key, valid_to = null
  where (p.khmer, p.latin, p.unit, p.search_key, p.valid_to) is distinct from (excluded.khmer, excluded.latin, excluded.unit, excluded.search_key, null::date)
  returning (xmax = 0) as added`;

/** A name as it is stored: one encoding, without invisible breaks. */
export function placeName(khmer: string): string {
  return canonicalKhmer(khmer).replaceAll('\u200B', '').replace(/\s+/g, ' ').trim();
}

/** Stores places, new or changed. */
export async function storePlaces(tx: EntityManager, places: readonly PlaceRow[]): Promise<StoredPlaces> {
  const rows = places.map((place) => ({ ...place, khmer: placeName(place.khmer) }));
  const stored = await tx.query<{ added: boolean }[]>(STORE, [
    rows.map((place) => place.code),
    rows.map((place) => parentOf(place.code) ?? null),
    rows.map((place) => levelOf(place.code)),
    rows.map((place) => place.khmer),
    rows.map((place) => place.latin),
    rows.map((place) => place.unit),
    rows.map((place) => searchKey(`${place.khmer} ${place.latin}`)),
  ]);
  const added = stored.filter((row) => row.added).length;
  return { added, changed: stored.length - added, same: rows.length - stored.length };
}

/** The places of Cambodia. */
@Injectable()
export class Places implements PlaceNames {
  constructor(private readonly database: DataSource) {}

  /** The places just below a place, in dictionary order. */
  children(parent: string): Promise<PlaceReply[]> {
    return this.database.query<PlaceReply[]>(
      `select code, khmer, latin, unit from place where parent_code = $1 and (valid_to is null or valid_to > current_date)
       order by khmer collate khmer, code`,
      [parent],
    );
  }

  /** The names of places by code. */
  async named(codes: readonly string[]): Promise<ReadonlyMap<string, PlaceName>> {
    const rows = await this.database.query<PlaceName[]>('select code, khmer, latin from place where code = any($1)', [codes]);
    return new Map(rows.map((place) => [place.code, place]));
  }

  /** Whether a place exists today. */
  async exists(code: string): Promise<boolean> {
    const [row] = await this.database.query<object[]>(
      'select 1 from place where code = $1 and (valid_to is null or valid_to > current_date)',
      [code],
    );
    return row !== undefined;
  }
}
