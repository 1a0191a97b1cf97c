import { invalid, TableFiles, type Caller, type TableFile } from '@sala/api/platform';
import type { ExportPeopleQuery } from '@sala/contract/dto';
import type { Role } from '@sala/domain/access';
import { peopleTable, placePath, type PersonToExport } from '@sala/domain/people';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonActs } from './person-acts.js';
import { pathOf, PlacePages } from './place-pages.js';
import { messages } from './messages.js';
import { holds, within } from './within.js';

const MOST = 20_000;

const PEOPLE = `
  select p.family_name as "familyName", p.given_name as "givenName", p.family_name_latin as "familyNameLatin", p.given_name_latin as "givenNameLatin",
    coalesce(p.phone, '') as phone, h.place_code as place, array_agg(h.role order by h.role) as roles
  from role_held h join person p on p.id = h.person_id
  where ${within('h.place_code', '$1')} and ${holds('h')} and p.forgotten_at is null
  group by p.id, h.place_code
  order by h.place_code, p.family_name collate khmer, p.given_name collate khmer, p.id limit ${MOST + 1}`;

/** The people of a place as a file that the import takes again. */
@Injectable()
export class PeopleFiles {
  constructor(
    private readonly database: DataSource,
    private readonly places: PlacePages,
    private readonly acts: PersonActs,
    private readonly files: TableFiles,
  ) {}

  /** People of a place and below, a row for each place at which somebody holds roles. */
  async of({ place, form }: ExportPeopleQuery, caller: Caller): Promise<TableFile> {
    caller.mustBeAllowed('person.export', { place });
    const rows = await this.database.query<(Omit<PersonToExport, 'placePath' | 'roles'> & { roles: Role[] })[]>(PEOPLE, [place]);
    if (rows.length > MOST) throw invalid('place', 'smaller-place');
    const codes = rows.flatMap((row) => pathOf(row.place));
    const names = new Map((await this.places.named(codes)).map((one) => [one.code, one]));
    const table = peopleTable(rows.map((row) => ({ ...row, placePath: placePath(row.place, names) })));
    await this.acts.note(this.database.manager, caller, { kind: 'exported', detail: { place, people: rows.length } });
    return this.files.write([{ name: messages.people.km, table }], form, `sala-people-${place}`);
  }
}
