import { NAME } from '@sala/api/identity';
import { Problem, type Caller } from '@sala/api/platform';
import type {
  GroupInList,
  PersonName,
  PlaceBelow,
  PlaceName,
  PlacePageReply,
  PlaceReply,
  PlaceWithPath,
  RightAtPlace,
} from '@sala/contract/dto';
import { NATION, parentOf, type Role } from '@sala/domain/access';
import { searchKey } from '@sala/domain/khmer';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { holds, within } from './within.js';

const FOUND = 30;
const LIVING = '(l.valid_to is null or l.valid_to > current_date)';
const HELD_NOW = `${holds('h')} and p.forgotten_at is null`;

const BELOW = `
  select l.code, l.khmer, l.latin, l.unit, count(distinct h.person_id)::int as people
  from place l left join (role_held h join person p on p.id = h.person_id and ${HELD_NOW}) on ${within('h.place_code', 'l.code')}
  where l.parent_code = $1 and ${LIVING}
  group by l.code order by l.khmer collate khmer, l.code`;

const RIGHTS = `
  select h.role, l.code, l.khmer, l.latin, to_jsonb(n) as person from role_held h
    join lateral (select ${NAME} from person p where p.id = h.person_id and ${HELD_NOW}) n on true
    join place l on l.code = h.place_code
  where h.place_code = any($1) and h.role <> 'learner'
  order by length(h.place_code) - case h.place_code when 'KH' then 2 else 0 end desc, h.role, n."familyName" collate khmer`;

/** The columns of a group in a list, for a query in which the group is `g`. */
const GROUPS = `
  select g.id, g.name, jsonb_build_object('code', g.place_code, 'khmer', l.khmer, 'latin', l.latin) as place,
    (select count(*)::int from group_member m where m.group_id = g.id) as members,
    coalesce((select jsonb_agg(to_jsonb(n)) from group_mentor m join lateral (select ${NAME} from person p where p.id = m.person_id) n on true
      where m.group_id = g.id), '[]') as mentors
  from learner_group g join place l on l.code = g.place_code
  where ${within('g.place_code', '$1')} order by g.place_code, g.name collate khmer limit 500`;

/** A place and all above it, the highest first. */
export function pathOf(code: string): string[] {
  const parent = parentOf(code);
  return parent === undefined ? [code] : [...pathOf(parent), code];
}

/** What a place's page shows, and finding places by name. */
@Injectable()
export class PlacePages {
  constructor(private readonly database: DataSource) {}

  /** What there is at a place. */
  async of(code: string, caller: Caller): Promise<PlacePageReply> {
    caller.mustBeAllowed('person.read', { place: code });
    const [places, below, groups, rights, people] = await Promise.all([
      this.named(pathOf(code)),
      this.database.query<PlaceBelow[]>(BELOW, [code]),
      this.database.query<GroupInList[]>(GROUPS, [code]),
      this.database.query<{ role: Role; code: string; khmer: string; latin: string; person: PersonName }[]>(RIGHTS, [pathOf(code)]),
      this.count(code),
    ]);
    const place = places.at(-1);
    if (place?.code !== code) throw new Problem('not-found');
    return {
      place,
      path: places.slice(0, -1).map(nameOf),
      people,
      below,
      groups,
      rights: rights.map(({ role, person, ...from }): RightAtPlace => ({ role, person, from })),
    };
  }

  /** Places with a name that holds the words, in either script, or with the code; those whose name is just the words come first. */
  async find(search: string): Promise<PlaceWithPath[]> {
    const key = searchKey(search);
    if (key === '') return [];
    const found = await this.database.query<PlaceReply[]>(
      `select l.code, l.khmer, l.latin, l.unit from place l
       where (l.search_key like '%' || $1 || '%' or l.code = $1) and ${LIVING} and l.code <> '${NATION}'
       order by l.search_key like $1 || ' %' desc, length(l.code), l.khmer collate khmer, l.code limit ${FOUND}`,
      [key],
    );
    return this.withPaths(found);
  }

  /** Places with the names of those above them. */
  async withPaths(places: readonly PlaceReply[]): Promise<PlaceWithPath[]> {
    const names = new Map((await this.named(places.flatMap((place) => pathOf(place.code)))).map((place) => [place.code, nameOf(place)]));
    return places.map((place) => ({
      ...place,
      path: pathOf(place.code)
        .slice(1, -1)
        .flatMap((code) => names.get(code) ?? []),
    }));
  }

  private async count(code: string): Promise<number> {
    const [row] = await this.database.query<{ people: number }[]>(
      `select count(distinct h.person_id)::int as people from role_held h join person p on p.id = h.person_id
       where ${within('h.place_code', '$1')} and ${HELD_NOW}`,
      [code],
    );
    return row?.people ?? 0;
  }

  /** Places by code, the highest first. */
  named(codes: readonly string[]): Promise<PlaceReply[]> {
    return this.database.query<PlaceReply[]>(
      `select code, khmer, latin, unit from place where code = any($1) order by case code when '${NATION}' then 0 else length(code) end, code`,
      [[...new Set(codes)]],
    );
  }
}

const nameOf = ({ code, khmer, latin }: PlaceReply): PlaceName => ({ code, khmer, latin });
