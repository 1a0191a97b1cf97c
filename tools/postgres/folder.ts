import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from '../say.ts';

const leastFree = 200 * 1024 * 1024;

/** The major version of the binaries in package.json: a data folder of another one can't be opened by them. */
export const major = '18';

/** Says in words what is wrong with a full disk. */
export function diskFull(folder: string): Trouble {
  return new Trouble(
    `ថាសពេញ៖ នៅសល់ទំហំតិចពេកសម្រាប់ ${folder}។ សូមលុបឯកសារដែលមិនត្រូវការ រួចចាប់ផ្ដើមម្ដងទៀត។ ទិន្នន័យមិនបាត់ទេ។`,
    `The disk is full: less than 200 MB is free for ${folder}. Make room (delete files you don't need), then start again. No data was lost.`,
  );
}

/** Says that the folder belongs to someone else. */
export function notWritable(folder: string): Trouble {
  return new Trouble(
    `មិនអាចសរសេរក្នុងថត ${folder} បានទេ។ សូមដំណើរការជាម្ចាស់ថត ឬប្ដូរម្ចាស់ដោយ៖ sudo chown -R "$(id -un)" "${folder}"`,
    `The folder ${folder} is not writable for this account. Run as its owner, or give it to this account: sudo chown -R "$(id -un)" "${folder}"`,
  );
}

/** Says what is broken in a data folder, and the way back. */
export function damaged(data: string, what: string): Trouble {
  return new Trouble(
    `ថតទិន្នន័យ ${data} ខូច (${what})។ យើងមិនបានប៉ះពាល់វាទេ។ សូមផ្លាស់វាទុកដោយឡែក៖ mv "${data}" "${data}-damaged" រួច npm start រួចស្ដារពីច្បាប់បម្រុង៖ npm run restore -- FILE --wipe`,
    `The data folder ${data} is damaged (${what}). Nothing in it was changed. ` +
      `Move it aside: mv "${data}" "${data}-damaged", run npm start, then bring the data back from a backup: npm run restore -- FILE --wipe`,
  );
}

/** Refuses to go on when the disk is nearly full or the folder can't be written. */
export function checkRoom(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? diskFull(folder) : notWritable(folder);
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastFree) throw diskFull(folder);
}

/** Looks at a data folder before PostgreSQL does: `new` when there is none yet; damage and other versions become trouble. */
export function inspect(data: string): 'new' | 'ready' {
  if (!existsSync(data)) return 'new';
  let names: string[];
  try {
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
    names = readdirSync(data);
  } catch {
    throw notWritable(data);
  }
  if (names.length === 0) return 'new';
  for (const needed of ['PG_VERSION', 'global/pg_control', 'pg_wal', 'postgresql.conf']) {
    if (!existsSync(path.join(data, needed))) throw damaged(data, `${needed} is missing`);
  }
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) throw otherVersion(data, version);
  return 'ready';
}

function otherVersion(data: string, version: string): Trouble {
  return new Trouble(
    `ថតទិន្នន័យ ${data} ជារបស់ PostgreSQL ${version} មិនមែន ${major}។ សូមចម្លងបម្រុងដោយកំណែ Sala ចាស់ រួចស្ដារក្នុងកំណែថ្មី។ យើងមិនបានប៉ះពាល់វាទេ។`,
    `The data folder ${data} was made by PostgreSQL ${version || '(unknown)'}, and this is ${major}. Make a backup with the Sala that made it ` +
      `(npm run backup -- FILE), move the folder aside, and restore here (npm run restore -- FILE --wipe). Nothing in it was changed.`,
  );
}
