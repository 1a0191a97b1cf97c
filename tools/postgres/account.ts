import { spawnSync, type SpawnOptions } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from '../say.ts';

/** How PostgreSQL's programs are started so that they don't run as root, which they refuse. */
export interface Account {
  readonly prefix: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Who must own the data folder. */
  readonly owner: number;
}

const nobody = 65534;
const mapped = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
const capable = [
  'setpriv',
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
];

// A checkout under a closed folder such as /root can't be reached by "nobody": then a user namespace, or one kept capability, helps.
const forRoot: readonly Account[] = [
  { prefix: [], options: { uid: nobody, gid: nobody }, owner: nobody },
  { prefix: mapped, options: {}, owner: 0 },
  { prefix: capable, options: {}, owner: nobody },
];

// `ls` and not `test -x`: the system call behind that one looks past kept capabilities.
/** Picks the first way that can reach both the programs and the folder. */
export function accountFor(postgres: string, folder: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [], options: {}, owner: process.getuid?.() ?? 0 };
  const fits = forRoot.find((account) => works(account, postgres, '--version') && works(account, 'ls', '-d', `${folder}/.`));
  if (fits) return fits;
  throw new Trouble(
    `PostgreSQL មិនដំណើរការជា root ហើយថត ${folder} បិទចំពោះគណនីផ្សេង។ សូមដំណើរការជាអ្នកប្រើធម្មតា ឬផ្លាស់គម្រោងទៅថតបើកចំហ ដូចជា /srv។`,
    `PostgreSQL refuses to run as root, and ${folder} is closed to other accounts. Run this as an ordinary user, or move the project to an open folder such as /srv.`,
  );
}

function works(account: Account, program: string, ...args: string[]): boolean {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  return spawnSync(command, rest, { ...account.options, stdio: 'ignore' }).status === 0;
}

/** Gives a folder of ours to the account, when it isn't its already (the checkout was copied, or the user changed). */
export function own(folder: string, account: Account): void {
  if (process.getuid?.() !== 0 || lstatSync(folder).uid === account.owner) return;
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
  // The folder itself comes last: a change that was killed half-way is done again at the next start.
  for (const place of [...inside, folder]) lchownSync(place, account.owner, account.owner);
}
