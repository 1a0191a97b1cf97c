import { NAME, PlaceNames } from '@sala/api/identity';
import { within } from '@sala/api/people';
import { Clock, type Caller } from '@sala/api/platform';
import type { PersonName, UnansweredHelp } from '@sala/contract/dto';
import { UNANSWERED_DAYS } from '@sala/domain/mentoring';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ASKED_HELP, IS_UNANSWERED } from './roster-queries.js';
import { askedHelp, type AskedRow } from './roster.js';

const DAY_MS = 86_400_000;

const OF_PLACE = `
  select ${NAME.replace('p.id,', 'p.id as "personId",')}, p.phone, h.place_code as place, ${ASKED_HELP}
  from learning_event e join person p on p.id = e.learner_id and p.forgotten_at is null
    join lateral (
      select r.place_code from role_held r where r.person_id = p.id and r.role = 'learner' and ${within('r.place_code', '$1')}
        and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2) order by r.place_code limit 1
    ) h on true
  where ${IS_UNANSWERED} and e.corrected_at < $2::timestamptz - make_interval(days => ${UNANSWERED_DAYS})
  order by e.position limit 200`;

type Row = Omit<PersonName, 'id'> & { personId: string; phone: string | null; place: string } & AskedRow;

/** Requests for help that no mentor answered in time: they go to the officer of the place. */
@Injectable()
export class Unanswered {
  constructor(
    private readonly database: DataSource,
    private readonly places: PlaceNames,
    private readonly clock: Clock,
  ) {}

  /** Those of a place and below, the oldest first. */
  async of(place: string, caller: Caller): Promise<UnansweredHelp[]> {
    caller.mustBeAllowed('help.overview', { place });
    const now = this.clock.now();
    const rows = await this.database.query<Row[]>(OF_PLACE, [place, now]);
    const places = await this.places.named([...new Set(rows.map((row) => row.place))]);
    return rows.map((row) => {
      const { personId, familyName, givenName, familyNameLatin, givenNameLatin, phone } = row;
      return {
        help: askedHelp(row),
        person: { id: personId, familyName, givenName, familyNameLatin, givenNameLatin },
        ...(phone !== null && { phone }),
        place: places.get(row.place) ?? { code: row.place, khmer: '', latin: '' },
        days: Math.floor((now.getTime() - row.askedAt.getTime()) / DAY_MS),
      };
    });
  }
}
