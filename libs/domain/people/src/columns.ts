import { searchKey } from '@sala/domain/khmer';

/** What a column of a list of people holds. */
export type Column =
  | 'family'
  | 'given'
  | 'familyLatin'
  | 'givenLatin'
  | 'name'
  | 'nameLatin'
  | 'code'
  | 'place'
  | 'province'
  | 'district'
  | 'commune'
  | 'village'
  | 'role'
  | 'phone';

/** The headings that an export writes, in this order. */
export const HEADINGS = {
  family: 'គោត្តនាម',
  given: 'នាម',
  familyLatin: 'គោត្តនាមឡាតាំង',
  givenLatin: 'នាមឡាតាំង',
  code: 'កូដទីកន្លែង',
  place: 'ទីកន្លែង',
  role: 'តួនាទី',
  phone: 'លេខទូរសព្ទ',
} as const satisfies Partial<Record<Column, string>>;

const ALSO: Record<Column, readonly string[]> = {
  family: [HEADINGS.family, 'នាមត្រកូល', 'family name', 'surname', 'last name'],
  given: [HEADINGS.given, 'នាមខ្លួន', 'given name', 'first name'],
  familyLatin: [HEADINGS.familyLatin, 'family name latin', 'latin family name'],
  givenLatin: [HEADINGS.givenLatin, 'given name latin', 'latin given name'],
  name: ['គោត្តនាម និងនាម', 'ឈ្មោះ', 'ឈ្មោះពេញ', 'នាមត្រកូល និងនាម', 'name', 'full name', 'khmer name'],
  nameLatin: ['ឈ្មោះឡាតាំង', 'អក្សរឡាតាំង', 'ឈ្មោះជាអក្សរឡាតាំង', 'latin name', 'name latin', 'name in latin', 'english name'],
  code: [HEADINGS.code, 'កូដ', 'place code', 'code'],
  place: [HEADINGS.place, 'ទីតាំង', 'place', 'location'],
  province: ['ខេត្ត', 'រាជធានី ខេត្ត', 'ខេត្ត រាជធានី', 'រាជធានី', 'province'],
  district: ['ស្រុក', 'ក្រុង ស្រុក ខណ្ឌ', 'ស្រុក ក្រុង', 'ក្រុង ស្រុក', 'ស្រុក ក្រុង ខណ្ឌ', 'ក្រុង', 'ខណ្ឌ', 'district'],
  commune: ['ឃុំ', 'ឃុំ សង្កាត់', 'សង្កាត់', 'commune'],
  village: ['ភូមិ', 'village'],
  role: [HEADINGS.role, 'role', 'position'],
  phone: [HEADINGS.phone, 'ទូរសព្ទ', 'phone', 'phone number', 'telephone', 'tel'],
};

const BY_KEY = new Map(
  Object.entries(ALSO).flatMap(([column, words]) => words.map((word) => [searchKey(word), column as Column] as const)),
);

/** What a heading says that its column holds. */
export function columnOf(heading: string): Column | undefined {
  return BY_KEY.get(searchKey(heading));
}

/** The order that is taken when a list has no headings. */
export const WITHOUT_HEADINGS: readonly Column[] = ['name', 'place', 'role', 'nameLatin', 'phone'];
