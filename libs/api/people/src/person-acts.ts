import { NAME } from '@sala/api/identity';
import type { Caller } from '@sala/api/platform';
import type { ActDone, PersonName } from '@sala/contract/dto';
import type { Role } from '@sala/domain/access';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

/** What can be done about people and groups. */
export type PersonActKind =
  | 'added'
  | 'imported'
  | 'import-undone'
  | 'changed'
  | 'role-given'
  | 'role-ended'
  | 'moved'
  | 'left'
  | 'forgotten'
  | 'card-issued'
  | 'card-revoked'
  | 'code-given'
  | 'group-made'
  | 'group-changed'
  | 'group-removed'
  | 'group-joined'
  | 'group-left'
  | 'exported';

/** About whom or what something is done, with the codes that say more. */
export interface PersonActNote {
  kind: PersonActKind;
  personIds?: readonly string[];
  groupId?: string;
  importId?: string;
  detail?: { role?: Role; place?: string; people?: number };
}

interface Row {
  kind: string;
  at: string;
  by: PersonName | null;
  role: Role | null;
  place: string | null;
  khmer: string | null;
  latin: string | null;
}

/** The audit trail about people: who did what to whom, when. Only ever added to. */
@Injectable()
export class PersonActs {
  constructor(private readonly database: DataSource) {}

  /** Notes what was done, a line for each person whom it is about. */
  async note(tx: EntityManager, caller: Caller, { kind, personIds, groupId, importId, detail }: PersonActNote): Promise<void> {
    const persons: (string | null)[] = personIds ? [...personIds] : [null];
    await tx.query(
      `insert into person_act (id, person_id, group_id, import_id, kind, detail, done_by)
       select u.id, u.person_id, $3, $4, $5, $6, $7 from unnest($1::uuid[], $2::uuid[]) as u (id, person_id)`,
      [persons.map(() => randomUUID()), persons, groupId ?? null, importId ?? null, kind, detail ?? {}, doer(caller)],
    );
  }

  /** What was done about a person, the newest first. */
  async about(personId: string): Promise<ActDone[]> {
    const rows = await this.database.query<Row[]>(
      `select a.kind, a.done_at as at, a.detail->>'role' as role, l.code as place, l.khmer, l.latin,
         (select to_jsonb(n) from (select ${NAME} from person p where p.id = a.done_by and p.forgotten_at is null) n) as by
       from person_act a left join place l on l.code = a.detail->>'place'
       where a.person_id = $1 order by a.done_at desc, a.id limit 100`,
      [personId],
    );
    return rows.map(({ kind, at, by, role, place, khmer, latin }) => ({
      kind,
      at: new Date(at).toISOString(),
      ...(by && { by }),
      ...(role && { role }),
      ...(place !== null && { place: { code: place, khmer: khmer ?? '', latin: latin ?? '' } }),
    }));
  }
}

/** Who acts: the member of staff, or the person on the phone. */
function doer(caller: Caller): string | null {
  return caller.staff?.persons[0].id ?? caller.phone?.persons[0]?.id ?? null;
}
