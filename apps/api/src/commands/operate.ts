import { Staff, weaknessOf } from '@sala/api/identity';
import { BadGazetteer, Gazetteer, People } from '@sala/api/people';
import { ProgressProjection } from '@sala/api/progress';
import { ReportProjection } from '@sala/api/reporting';
import { NATION } from '@sala/domain/access';
import { isEmail } from 'class-validator';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DataSource, QueryFailedError } from 'typeorm';
import { Mistake, type Command } from './command.js';

const FAULTS_SHOWN = 30;

/** Brings the whole gazetteer in from a file with the columns code, Khmer name, Latin name, unit. */
export const gazetteer: Command = async ({ app, words, say }) => {
  const [file] = words;
  if (!file) throw new Mistake('Name the file: npm run gazetteer -- places.tsv');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Mistake(`The file ${file} can't be read.`);
  });
  const began = performance.now();
  try {
    const { added, changed, same, ended } = await app.get(Gazetteer).bringIn(text);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `${added + changed + same} places in ${seconds} s: ${added} new, ${changed} changed, ${same} as before; ${ended} are not in the file and end today.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof BadGazetteer)) throw error;
    const more = error.faults.length - FAULTS_SHOWN;
    throw new Mistake(
      [...error.faults.slice(0, FAULTS_SHOWN), ...(more > 0 ? [`… and ${more} more.`] : []), 'Nothing was changed.'].join('\n'),
    );
  }
};

/** Makes everything that is projected again from the log; with --verify only beside what there is, to compare. */
export const projections: Command = async ({ app, words, say }) => {
  const all = { progress: app.get(ProgressProjection), report: app.get(ReportProjection) };
  let isSame = true;
  for (const [name, projection] of Object.entries(all)) {
    if (!words.includes('--verify')) {
      say(`Made ${name} again from ${await projection.rebuild()} events.`);
      continue;
    }
    const { rows, different, events } = await projection.verify();
    say(`${name}: ${events} events give ${rows} rows, ${different} differ.`);
    isSame &&= different === 0;
  }
  return isSame ? 0 : 1;
};

async function passwordFor(say: (line: string) => void): Promise<string> {
  if (process.stdin.isTTY) {
    const ask = createInterface({ input: process.stdin, output: process.stdout });
    const given = await ask.question('Password (empty for a random one): ').finally(() => ask.close());
    if (given !== '') return given;
  }
  const random = randomBytes(15).toString('base64url').match(/.{5}/g)?.join('.') ?? '';
  say(`Password: ${random}`);
  return random;
}

function administratorFrom(words: readonly string[]): { email: string; familyName: string; givenName: string } {
  const usage = 'npm run administrator -- --email somebody@example.org --name "Family Given"';
  const { values } = parseArgs({ args: [...words], options: { email: { type: 'string' }, name: { type: 'string' } }, strict: false });
  const { email, name } = values;
  if (typeof email !== 'string' || !isEmail(email) || email.length > 254) throw new Mistake(`Give an e-mail address: ${usage}`);
  const [familyName, ...given] = typeof name === 'string' ? name.trim().split(/\s+/) : [];
  const givenName = given.join(' ');
  if (!familyName || givenName === '' || name === true || familyName.length > 60 || givenName.length > 60)
    throw new Mistake(`Give the family and the given name: ${usage}`);
  return { email, familyName, givenName };
}

/** Makes an administrator of the whole country: the first one of a new server. */
export const administrator: Command = async ({ app, words, say }) => {
  const { email, familyName, givenName } = administratorFrom(words);
  const password = await passwordFor(say);
  const weakness = weaknessOf(password, email);
  if (weakness) throw new Mistake(weakness);
  const isKhmer = /[\u1780-\u17b3]/.test(familyName);
  const names = { familyName, givenName, familyNameLatin: isKhmer ? '' : familyName, givenNameLatin: isKhmer ? '' : givenName };
  try {
    const { otpauth } = await app.get(DataSource).transaction(async (tx) => {
      const id = await app.get(People).store(tx, { ...names, roles: [{ role: 'administrator', place: NATION }] });
      return app.get(Staff).makeAccount(tx, id, { email, password });
    });
    say(`Second factor, for an authenticator app (shown once): ${otpauth}`);
    say(`${familyName} ${givenName} can now sign in at /studio as ${email.toLowerCase()}.`);
    return 0;
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505')
      throw new Mistake(`There is an account for ${email} already.`);
    throw error;
  }
};
