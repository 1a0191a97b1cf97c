import type { PersonName, PlaceName, RoleHeld } from '@sala/contract/dto';
import type { ActingPerson } from '@sala/domain/access';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The columns of a `PersonName`, for a query in which the person is `p`. */
export const NAME = `p.id, p.family_name as "familyName", p.given_name as "givenName",
  p.family_name_latin as "familyNameLatin", p.given_name_latin as "givenNameLatin"`;

/** What identity must be told about places: the people room keeps them. */
export abstract class PlaceNames {
  /** The names of places by code; a place that is gone has its last name. */
  abstract named(codes: readonly string[]): Promise<ReadonlyMap<string, PlaceName>>;
}

/** Names of people and of the roles they hold. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: DataSource,
    private readonly places: PlaceNames,
  ) {}

  /** The names of persons, in dictionary order. */
  names(ids: readonly string[]): Promise<PersonName[]> {
    return this.database.query<PersonName[]>(
      `select ${NAME} from person p where p.id = any($1) order by p.family_name collate khmer, p.given_name collate khmer, p.id`,
      [ids],
    );
  }

  /** Who of some persons is forgotten: a phone that still holds them is told. */
  async forgottenOf(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<{ id: string }[]>('select id from person where id = any($1) and forgotten_at is not null', [
      ids,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Roles with the names of their places. */
  async roles(person: ActingPerson): Promise<RoleHeld[]> {
    const names = await this.places.named(person.roles.map((held) => held.place));
    return person.roles.map(({ role, place }) => ({ role, place: names.get(place) ?? { code: place, khmer: '', latin: '' } }));
  }

  /** The name of one place. */
  async placeName(code: string): Promise<PlaceName> {
    const names = await this.places.named([code]);
    return names.get(code) ?? { code, khmer: '', latin: '' };
  }
}
