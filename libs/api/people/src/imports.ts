import { NAME } from '@sala/api/identity';
import { LearningLog } from '@sala/api/learning-log';
import { invalid, Problem, type Caller } from '@sala/api/platform';
import type {
  CheckImportReply,
  CheckImportRequest,
  FaultOfRow,
  ImportPeopleRequest,
  ImportReply,
  PersonName,
  PlaceName,
  PlaceReply,
  UndoImportReply,
} from '@sala/contract/dto';
import { mayGrant, NATION, parentOf, isWithin } from '@sala/domain/access';
import { checkImport, placeFinder, readRows, type CheckedRow, type KnownPerson, type RowFault } from '@sala/domain/people';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { nothingThere } from './granting.js';
import { People } from './people.js';
import { PersonActs } from './person-acts.js';
import { PlacePages } from './place-pages.js';
import { holds, within } from './within.js';

const LIST = `
  select i.id, i.done_at as at, i.people, i.undone_at as "undoneAt", i.kept, i.place_code as code, i.done_by as "doneBy",
    jsonb_build_object('code', l.code, 'khmer', l.khmer, 'latin', l.latin) as place,
    (select to_jsonb(n) from (select ${NAME} from person p where p.id = i.done_by and p.forgotten_at is null) n) as by
  from person_import i join place l on l.code = i.place_code`;

interface Row {
  id: string;
  at: string;
  people: number;
  undoneAt: string | null;
  kept: number | null;
  code: string;
  doneBy: string;
  place: PlaceName;
  by: PersonName | null;
}

/** Lists of people brought in as a whole: checked first, written at once or not at all, once for each id, and undone as a whole. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: DataSource,
    private readonly people: People,
    private readonly places: PlacePages,
    private readonly log: LearningLog,
    private readonly acts: PersonActs,
  ) {}

  /** What bringing rows in would do, with every fault on its row. Writes nothing. */
  async check(request: CheckImportRequest, caller: Caller): Promise<CheckImportReply> {
    const checked = await this.checked(this.database.manager, request, caller);
    const names = new Map(
      (await this.places.named(checked.flatMap((row) => [row.place, ...row.faults.flatMap(placesIn)]))).map((place) => [place.code, place]),
    );
    const faulty = checked.filter((row) => row.faults.length > 0);
    const counts = new Map<string, number>();
    for (const { place, faults } of checked) if (faults.length === 0) counts.set(place, (counts.get(place) ?? 0) + 1);
    return {
      rows: checked.length,
      faulty: await Promise.all(
        faulty.map(async ({ row, faults }) => ({
          line: row.line,
          faults: await Promise.all(faults.map((fault) => this.told(fault, names))),
        })),
      ),
      places: [...counts].flatMap(([code, people]) => {
        const place = names.get(code);
        return place ? [{ place: nameOf(place), people }] : [];
      }),
    };
  }

  /** Brings people in, all or none. The same id again only tells what it did. */
  async bringIn(request: ImportPeopleRequest, caller: Caller): Promise<ImportReply> {
    const importId = request.importId.toLowerCase();
    await this.database.transaction(async (tx) => {
      // The same request may arrive twice at once: the second waits, and finds what the first did.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [importId]);
      const [before] = await tx.query<Row[]>(`${LIST} where i.id = $1`, [importId]);
      if (before) return mustReach(before, caller);
      const checked = await this.checked(tx, request, caller);
      if (checked.some((row) => row.faults.length > 0)) throw invalid('rows', 'faultless');
      await tx.query('insert into person_import (id, place_code, people, done_by) values ($1, $2, $3, $4)', [
        importId,
        smallestAround(checked.map((row) => row.place)),
        checked.length,
        caller.staff?.persons[0].id,
      ]);
      await this.write(tx, importId, checked, caller);
    });
    return this.find(this.database.manager, importId, caller);
  }

  /** Imports whose people are all within reach, and one's own; the newest first. */
  async list(caller: Caller): Promise<ImportReply[]> {
    const rows = await this.database.query<Row[]>(`${LIST} order by i.done_at desc limit 200`);
    return rows.filter((row) => isReached(row, caller)).map(replyOf);
  }

  /** Takes an import back as a whole. Those who have signed in or learnt since stay, and so does what they hold. */
  async undo(importId: string, caller: Caller): Promise<UndoImportReply> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(`${LIST} where i.id = $1 for update of i`, [importId]);
      if (!row) throw nothingThere(caller);
      mustReach(row, caller);
      if (row.undoneAt !== null) throw new Problem('wrong-state');
      const ids = await this.idsOf(tx, importId);
      const kept = await this.thoseWhoStay(tx, ids, caller);
      const removed = ids.filter((id) => !kept.has(id));
      await tx.query('delete from person where id = any($1)', [removed]);
      await tx.query('update person_import set undone_at = now(), kept = $2 where id = $1', [importId, kept.size]);
      await this.acts.note(tx, caller, { kind: 'import-undone', importId, detail: { people: removed.length } });
      const names = await tx.query<PersonName[]>(
        `select ${NAME} from person p where p.id = any($1) order by p.family_name collate khmer, p.id`,
        [[...kept]],
      );
      return { removed: removed.length, kept: names };
    });
  }

  /** The people who came with an import. */
  async peopleOf(tx: EntityManager, importId: string, caller: Caller): Promise<string[]> {
    await this.find(tx, importId, caller);
    return this.idsOf(tx, importId);
  }

  private async find(tx: EntityManager, importId: string, caller: Caller): Promise<ImportReply> {
    const [row] = await tx.query<Row[]>(`${LIST} where i.id = $1`, [importId]);
    if (!row) throw nothingThere(caller);
    mustReach(row, caller);
    return replyOf(row);
  }

  private async idsOf(tx: EntityManager, importId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('select person_id as id from imported_person where import_id = $1 order by line', [
      importId,
    ]);
    return rows.map((row) => row.id);
  }

  /** Whose phone may hold work already: those with a PIN or an account, on a phone, or with events in the log. */
  private async thoseWhoStay(tx: EntityManager, ids: readonly string[], caller: Caller): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(
      `select person_id as id from pin where person_id = any($1) union select person_id from account where person_id = any($1)
       union select person_id from device_learner where person_id = any($1)`,
      [ids],
    );
    const held = await tx.query<{ id: string; place: string }[]>(
      `select h.person_id as id, h.place_code as place from role_held h where h.person_id = any($1) and ${holds('h')}`,
      [ids],
    );
    // Whoever has moved out of the caller's reach since is the others' to remove.
    const away = held.filter(({ id, place }) => !caller.may('person.import', { personId: id, place }));
    return new Set([...rows, ...away].map((row) => row.id).concat([...(await this.log.eventsOf(tx, ids)).keys()]));
  }

  private async checked(tx: EntityManager, request: CheckImportRequest, caller: Caller): Promise<CheckedRow[]> {
    const rows = readRows(request.rows);
    const staff = caller.staff;
    if (!rows) throw invalid('rows', 'rows-of-people');
    if (!staff) throw caller.refusal();
    const places = await tx.query<PlaceReply[]>(
      'select code, khmer, latin, unit from place where valid_to is null or valid_to > current_date',
    );
    const surroundings = {
      find: placeFinder(places),
      reaches: (place: string) => caller.may('person.import', { place }),
      mayGrant: (role: CheckedRow['person']['roles'][number], place: string) => mayGrant(staff, { role, place }),
    };
    const anyway = new Set(request.anyway);
    const found = checkImport(rows, surroundings, []).map((row) => row.place);
    return checkImport(rows, surroundings, await this.known(tx, found), anyway);
  }

  /** Who holds a role in the communes of some places, or just above them. */
  private known(tx: EntityManager, places: readonly string[]): Promise<KnownPerson[]> {
    const areas = [...new Set(places.filter((place) => place !== '').map((place) => place.slice(0, 6)))];
    const above = [...new Set(areas.flatMap(placesAbove))];
    return tx.query<KnownPerson[]>(
      `select distinct p.family_name as "familyName", p.given_name as "givenName", h.place_code as place
       from unnest($1::text[]) as a (area) join role_held h on ${within('h.place_code', 'a.area')} join person p on p.id = h.person_id
       where ${holds('h')} and p.forgotten_at is null
       union select p.family_name, p.given_name, h.place_code from role_held h join person p on p.id = h.person_id
       where h.place_code = any($2) and ${holds('h')} and p.forgotten_at is null`,
      [areas, above],
    );
  }

  private async write(tx: EntityManager, importId: string, checked: readonly CheckedRow[], caller: Caller): Promise<void> {
    const ids = await this.people.storeAll(
      tx,
      checked.map(({ person, place }) => ({
        ...person,
        phone: person.phone === '' ? undefined : person.phone,
        roles: person.roles.map((role) => ({ role, place })),
      })),
    );
    await tx.query(
      'insert into imported_person (import_id, person_id, line) select $1, u.id, u.line from unnest($2::uuid[], $3::int[]) as u (id, line)',
      [importId, ids, checked.map(({ row }) => row.line)],
    );
    await this.acts.note(tx, caller, { kind: 'imported', personIds: ids, importId });
  }

  private async told({ code, field, detail }: RowFault, names: ReadonlyMap<string, PlaceReply>): Promise<FaultOfRow> {
    if (code === 'twice-in-list') return { code, field, line: Number(detail) };
    if (code !== 'place-several') return { code, field };
    const places = await this.places.withPaths(placesIn({ code, field, detail }).flatMap((place) => names.get(place) ?? []));
    return { code, field, places };
  }
}

const nameOf = ({ code, khmer, latin }: PlaceReply): PlaceName => ({ code, khmer, latin });
const placesIn = ({ code, detail }: RowFault): string[] => (code === 'place-several' ? (detail ?? '').split(' ').slice(0, 10) : []);

function placesAbove(code: string): string[] {
  const parent = parentOf(code);
  return parent === undefined ? [] : [parent, ...placesAbove(parent)];
}

/** The smallest place in which all of some places lie. */
function smallestAround(places: readonly string[]): string {
  const [first = NATION] = places;
  return [first, ...placesAbove(first)].find((area) => places.every((place) => isWithin(place, area))) ?? NATION;
}

const isReached = ({ code, doneBy }: Row, caller: Caller): boolean =>
  caller.may('person.import', { place: code }) || caller.speaksFor(doneBy);

function mustReach(row: Row, caller: Caller): void {
  if (!isReached(row, caller)) throw caller.refusal();
}

function replyOf({ id, at, people, undoneAt, kept, place, by }: Row): ImportReply {
  return {
    id,
    at: new Date(at).toISOString(),
    people,
    place,
    ...(by && { by }),
    ...(undoneAt !== null && { undoneAt: new Date(undoneAt).toISOString(), kept: kept ?? 0 }),
  };
}
