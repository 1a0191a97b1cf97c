import { Cards, checkDigit, inGroups, Staff } from '@sala/api/identity';
import { LOCKS } from '@sala/api/platform';
import { NATION, type RoleAtPlace } from '@sala/domain/access';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { People } from './people.js';
import { storePlaces, type PlaceRow } from './places.js';

const PLACES: readonly PlaceRow[] = [
  { code: '0102', khmer: 'មង្គលបូរី', latin: 'Mongkol Borey', unit: 'ស្រុក' },
  { code: '0103', khmer: 'ភ្នំស្រុក', latin: 'Phnum Srok', unit: 'ស្រុក' },
  { code: '010201', khmer: 'បន្ទាយនាង', latin: 'Banteay Neang', unit: 'ឃុំ' },
  { code: '010202', khmer: 'បត់ត្រង់', latin: 'Bat Trang', unit: 'ឃុំ' },
  { code: '010301', khmer: 'ណាំតៅ', latin: 'Nam Tau', unit: 'ឃុំ' },
  { code: '01020101', khmer: 'អូរធំ', latin: 'Ou Thum', unit: 'ភូមិ' },
  { code: '01020102', khmer: 'ភ្នំ', latin: 'Phnum', unit: 'ភូមិ' },
  { code: '01020207', khmer: 'បត់ត្រង់', latin: 'Bat Trang', unit: 'ភូមិ' },
  { code: '01030101', khmer: 'រង្វាន', latin: 'Rongvean', unit: 'ភូមិ' },
  { code: '01030108', khmer: 'ណាំតៅ', latin: 'Nam Tau', unit: 'ភូមិ' },
];

/** An invented person for trying Sala out. */
export interface DemoPerson {
  readonly id: string;
  readonly name: readonly [familyName: string, givenName: string, familyNameLatin: string, givenNameLatin: string];
  readonly roles: readonly RoleAtPlace[];
  /** A telephone number of the form that is never given out. */
  readonly phone?: string;
  /** The digits of the card, for those who come onto a phone. */
  readonly card?: string;
  /** The e-mail and second factor of staff. */
  readonly account?: { readonly email: string; readonly totpSecret: string };
}

/** The password of all demo staff. */
export const DEMO_PASSWORD = 'rice-river-lotus-morning';

const idOf = (number: number): string => `01938000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const cardOf = (number: number): string => {
  const digits = `41${String(number).padStart(9, '0')}`;
  return `${digits}${checkDigit(digits)}`;
};
const learner = (place: string): RoleAtPlace => ({ role: 'learner', place });

/** The demo people: four learners, two mentors, and one of each kind of staff. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { id: idOf(1), name: ['សុខ', 'ចាន់ណា', 'SOK', 'CHANNA'], roles: [learner('010201')], card: cardOf(1), phone: '012 000 101' },
  { id: idOf(2), name: ['ចាន់', 'សុភា', 'CHAN', 'SOPHEA'], roles: [learner('01020101')], card: cardOf(2), phone: '015 000 102' },
  { id: idOf(3), name: ['កែវ', 'វណ្ណៈ', 'KEO', 'VANNAK'], roles: [learner('010202')], card: cardOf(3), phone: '017 000 103' },
  { id: idOf(4), name: ['ម៉ៅ', 'សារុន', 'MAO', 'SARUN'], roles: [learner('01030101')], card: cardOf(4), phone: '092 000 104' },
  {
    id: idOf(5),
    name: ['ឈឹម', 'រតនា', 'CHHIM', 'RATANA'],
    roles: [learner('010201'), { role: 'mentor', place: '010201' }],
    card: cardOf(5),
    phone: '011 000 105',
  },
  {
    id: idOf(6),
    name: ['លី', 'ពិសី', 'LY', 'PISEY'],
    roles: [{ role: 'trainer', place: '01' }],
    account: { email: 'trainer@demo.sala.example', totpSecret: 'TRAINERSALADEMO2TRAINERSALADEMO2' },
  },
  {
    id: idOf(7),
    name: ['ហេង', 'សំណាង', 'HENG', 'SAMNANG'],
    roles: [{ role: 'reviewer', place: NATION }],
    account: { email: 'reviewer@demo.sala.example', totpSecret: 'REVIEWERSALADEM2REVIEWERSALADEM2' },
  },
  {
    id: idOf(8),
    name: ['ប៉ែន', 'ដារ៉ា', 'PEN', 'DARA'],
    roles: [{ role: 'officer', place: '01' }],
    account: { email: 'officer@demo.sala.example', totpSecret: 'OFFICERSALADEMO2OFFICERSALADEMO2' },
  },
  {
    id: idOf(9),
    name: ['នួន', 'បុប្ផា', 'NUON', 'BOPHA'],
    roles: [{ role: 'administrator', place: NATION }],
    account: { email: 'administrator@demo.sala.example', totpSecret: 'ADMINSALADEMO234ADMINSALADEMO234' },
  },
  {
    id: idOf(10),
    name: ['ទេព', 'វាសនា', 'TEP', 'VEASNA'],
    roles: [learner('010301'), { role: 'mentor', place: '010301' }],
    card: cardOf(10),
    phone: '010 000 110',
  },
];

/** The demo groups: each at a commune, with its mentor and its members. */
export const DEMO_GROUPS = [
  { id: idOf(101), name: 'ក្រុមឃុំបន្ទាយនាង', place: '010201', mentor: idOf(5), members: [idOf(1), idOf(2)] },
  { id: idOf(102), name: 'ក្រុមឃុំណាំតៅ', place: '010301', mentor: idOf(10), members: [idOf(4)] },
] as const;

/** A way to sign in that the `demo` command prints. */
export interface DemoSignIn {
  readonly person: DemoPerson;
  readonly card?: string;
  readonly email?: string;
  readonly code?: string;
}

async function storeGroup(tx: EntityManager, { id, name, place, mentor, members }: (typeof DEMO_GROUPS)[number]): Promise<void> {
  await tx.query('insert into learner_group (id, name, place_code) values ($1, $2, $3)', [id, name, place]);
  await tx.query('insert into group_mentor (group_id, person_id) values ($1, $2)', [id, mentor]);
  await tx.query('insert into group_member (group_id, person_id) select $1, unnest($2::uuid[])', [id, members]);
}

/** Invented places and people, so that Sala can be tried at once. */
@Injectable()
export class Demo {
  constructor(
    private readonly database: DataSource,
    private readonly people: People,
    private readonly cards: Cards,
    private readonly staff: Staff,
  ) {}

  /** Makes the demo people when there is nobody yet; says whether it did. */
  async seed(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCKS.demo]);
      if (!(await this.people.isEmpty())) return false;
      await storePlaces(tx, PLACES);
      for (const { id, name, roles, card, account, phone } of DEMO_PEOPLE) {
        const [familyName, givenName, familyNameLatin, givenNameLatin] = name;
        await this.people.store(tx, { id, familyName, givenName, familyNameLatin, givenNameLatin, roles, phone, demo: true });
        if (card) await this.cards.issue(tx, id, card);
        if (account) await this.staff.makeAccount(tx, id, { ...account, password: DEMO_PASSWORD });
      }
      for (const group of DEMO_GROUPS) await storeGroup(tx, group);
      return true;
    });
  }

  /** How the demo people sign in at this moment. */
  signIns(): Promise<DemoSignIn[]> {
    return Promise.all(
      DEMO_PEOPLE.map(async (person): Promise<DemoSignIn> => {
        if (person.account) return { person, email: person.account.email, code: await this.staff.codeNow(person.account.totpSecret) };
        return { person, card: inGroups(person.card ?? '') };
      }),
    );
  }
}
