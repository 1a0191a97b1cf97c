import { Clock, Problem, Secrets } from '@sala/api/platform';
import { Injectable } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import { DataSource, type EntityManager } from 'typeorm';

const FOR_GOOD = 1e9;
const HOUR = 3600;
const growing = [1, 2, 5, 10, 30, 60, 120, 300, 600, 900];
const afterFree = (free: number): number[] => [...Array<number>(free).fill(0), ...growing];

/** How one kind of key slows down: seconds to wait after the first, second, third… failure, the last for all further ones. */
interface Policy {
  readonly delays: readonly number[];
  /** Seconds without a try after which failures are forgotten. */
  readonly forgetAfter: number;
}

/** Tries at a PIN before only a one-time code helps. */
export const PIN_TRIES = 5;

const POLICIES = {
  // A hall full of people may share one address, so an address may fail more often than an account.
  'card address': { delays: afterFree(50), forgetAfter: HOUR },
  'pin address': { delays: afterFree(50), forgetAfter: HOUR },
  'code address': { delays: afterFree(20), forgetAfter: HOUR },
  'staff address': { delays: afterFree(10), forgetAfter: HOUR },
  'pin person': { delays: [0, 5, 30, 300, FOR_GOOD], forgetAfter: FOR_GOOD },
  'code person': { delays: [0, 0, 5, 30, 300, 900], forgetAfter: 24 * HOUR },
  'staff account': { delays: [0, 0, 0, 5, 30, 60, 300, 900], forgetAfter: 24 * HOUR },
} as const satisfies Record<string, Policy>;

/** Who tries on which way in. */
export interface Trier {
  readonly as: keyof typeof POLICIES;
  readonly name: string;
}

/** A try that was let through, with the failures counted so far, this one included until it is pardoned. */
export interface Try {
  readonly failures: readonly number[];
  readonly marks: readonly Buffer[];
}

// Without a delay nothing is blocked, not even a try made in the same millisecond.
const TRY = `
  insert into throttle as t (key, failures, blocked_until, touched_at) values ($1, 1, until(1), $2)
  on conflict (key) do update set failures = counted, blocked_until = until(counted), touched_at = $2
  where t.blocked_until <= $2
  returning failures`
  .replace(
    /until\((\w+)\)/g,
    (_, failures: string) => `(select case when d = 0 then '-infinity' else $2::timestamptz + make_interval(secs => d) end
      from (select ($3::float8[])[least(${failures}, cardinality($3::float8[]))] as d) delay)`,
  )
  .replaceAll('counted', '(case when t.touched_at < $2::timestamptz - make_interval(secs => $4) then 1 else t.failures + 1 end)');

/**
 * Slows down guessing on every way in, by account and by address, in the database: across restarts and copies of the API.
 * Each try is counted as a failure before it is looked at, so that tries made at once are all counted; a good one is pardoned afterwards.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: DataSource,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** Lets a try through and counts it, or throws `too-many-tries` (`pin-locked` for a locked PIN). */
  async enter(triers: readonly Trier[]): Promise<Try> {
    const marks = triers.map((trier) => this.markOf(trier));
    await this.refuseBlocked(this.database.manager, triers, marks);
    return this.database.transaction(async (tx) => {
      const failures: number[] = [];
      for (const [i, trier] of triers.entries()) failures.push(await this.count(tx, trier, marks[i] ?? Buffer.alloc(0)));
      return { failures, marks };
    });
  }

  /** Takes back the count of a try that turned out good. The account's failures are forgotten, the address keeps its other ones. */
  async pardon(tx: EntityManager, good: Try): Promise<void> {
    const [address, ...accounts] = good.marks;
    await tx.query("update throttle set failures = greatest(failures - 1, 0), blocked_until = '-infinity' where key = $1", [address]);
    await tx.query('delete from throttle where key = any($1)', [accounts]);
  }

  /** Forgets the failures of an account. */
  async forget(tx: EntityManager, trier: Trier): Promise<void> {
    await tx.query('delete from throttle where key = $1', [this.markOf(trier)]);
  }

  /** Seconds to wait after so many failures. */
  delayAfter(trier: Trier, failures: number): number {
    const { delays } = POLICIES[trier.as];
    return delays[Math.min(failures, delays.length) - 1] ?? 0;
  }

  private async count(tx: EntityManager, trier: Trier, mark: Buffer): Promise<number> {
    const { delays, forgetAfter } = POLICIES[trier.as];
    const [row] = await tx.query<{ failures: number }[]>(TRY, [mark, this.clock.now(), delays, forgetAfter]);
    if (row) return row.failures;
    await this.refuseBlocked(tx, [trier], [mark]);
    throw new Problem('too-many-tries', { retryAfter: 1 });
  }

  private async refuseBlocked(tx: EntityManager, triers: readonly Trier[], marks: readonly Buffer[]): Promise<void> {
    const rows = await tx.query<{ key: Buffer; failures: number; seconds: number }[]>(
      'select key, failures, extract(epoch from blocked_until - $2)::float8 as seconds from throttle where key = any($1) and blocked_until > $2',
      [marks, this.clock.now()],
    );
    if (rows.length === 0) return;
    const pin = triers.findIndex((trier) => trier.as === 'pin person');
    if (rows.some((row) => pin >= 0 && row.failures >= PIN_TRIES && row.key.equals(marks[pin] ?? row.key))) throw new Problem('pin-locked');
    throw new Problem('too-many-tries', { retryAfter: Math.ceil(Math.max(...rows.map((row) => row.seconds))) });
  }

  private markOf(trier: Trier): Buffer {
    return this.secrets.mark('throttle', `${trier.as}:${trier.as.endsWith('address') ? network(trier.name) : trier.name}`);
  }
}

/** One household or machine: an IPv4 address, or the first half of an IPv6 one. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':');
}
