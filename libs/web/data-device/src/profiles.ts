import { inject, Injectable, signal } from '@angular/core';
import type { PersonName, PlaceName } from '@sala/contract/dto';
import { LONGEST_WAIT_MS, makeVerifier, PIN_TRIES, verifyPin, waitAfter } from './pin.js';
import { EventLog, release } from './event-log.js';
import { Store, type StoredProfile, type Table, type Writing } from './store.js';

/** People that one phone serves. */
export const FACES = 12;

/** What else belongs into the transaction that keeps a person: the work of the guest that they were until now. */
export interface Adoption {
  readonly tables: readonly Table[];
  run(transaction: Writing<Table>, personId: string): Promise<void>;
}

/** What came of a PIN. */
export type PinOutcome =
  | { kind: 'opened'; profile: StoredProfile }
  | { kind: 'wrong'; triesLeft: number; waitUntil: number }
  | { kind: 'wait'; until: number }
  | { kind: 'locked' }
  | { kind: 'ask-server' };

/** The people on this phone. PINs are proved here, without the internet; wrong tries are counted across restarts. */
@Injectable({ providedIn: 'root' })
export class Profiles {
  private readonly store = inject(Store);
  private readonly log = inject(EventLog);
  private readonly known = signal<readonly StoredProfile[]>([]);
  /** The people on this phone, in the order in which they came. */
  readonly all = this.known.asReadonly();

  /** Reads the people from the disk. */
  async load(): Promise<void> {
    const database = await this.store.database();
    const profiles = await database.getAll('profile');
    this.known.set(profiles.sort((a, b) => a.addedAt - b.addedAt));
  }

  /** Whether there is no place for one more person; who is here already always has one. */
  isFull(personId?: string): boolean {
    return this.known().length >= FACES && !this.known().some((one) => one.personId === personId);
  }

  /** Keeps a person whom the server has let onto this phone, with the PIN that it took; what of theirs was held may go out again. */
  async keep(person: PersonName, place: PlaceName, pin: string, adoption?: Adoption): Promise<StoredProfile> {
    const verifier = await makeVerifier(pin);
    const tables: Table[] = ['profile', 'event', ...(adoption?.tables ?? [])];
    const profile = await this.store.write([...new Set(tables)], async (transaction) => {
      const before = await transaction.objectStore('profile').get(person.id);
      const kept: StoredProfile = {
        personId: person.id,
        person,
        place,
        ...(verifier ? { pin: verifier } : {}),
        wrongTries: 0,
        waitUntil: 0,
        addedAt: before?.addedAt ?? Date.now(),
        ...(before?.code ? { code: before.code } : {}),
      };
      await transaction.objectStore('profile').put(kept);
      await release(transaction, person.id);
      await adoption?.run(transaction, person.id);
      return kept;
    });
    await this.load();
    this.log.changed();
    return profile;
  }

  /** Looks at a PIN. The try is counted on the disk before it is looked at, so that a restart gives none back. */
  async tryPin(personId: string, pin: string, now = Date.now()): Promise<PinOutcome> {
    const counted = await this.count(personId, now);
    if (!('profile' in counted)) return counted;
    const { profile } = counted;
    const right = profile.pin !== undefined && (await verifyPin(pin, profile.pin));
    if (!right) return outcomeOfWrong(profile);
    await this.change(personId, (before) => ({ ...before, wrongTries: 0, waitUntil: 0 }));
    return { kind: 'opened', profile };
  }

  /** Remembers whether a person enters the PIN by pictures; the PIN itself is the same. */
  async enterCodeBy(personId: string, pictures: boolean): Promise<void> {
    if ((this.known().find((one) => one.personId === personId)?.code === 'pictures') === pictures) return;
    await this.change(personId, ({ code: _, ...rest }) => ({ ...rest, ...(pictures ? { code: 'pictures' as const } : {}) }));
  }

  private async count(personId: string, now: number): Promise<Exclude<PinOutcome, { kind: 'opened' }> | { profile: StoredProfile }> {
    const outcome = await this.store.write(['profile'], async (transaction) => {
      const profile = await transaction.objectStore('profile').get(personId);
      if (!profile?.pin) return { kind: 'ask-server' } as const;
      if (profile.wrongTries >= PIN_TRIES) return { kind: 'locked' } as const;
      if (waits(profile, now)) return { kind: 'wait', until: profile.waitUntil } as const;
      const wrongTries = profile.wrongTries + 1;
      const counted = { ...profile, wrongTries, waitUntil: waitAfter(wrongTries, now) };
      await transaction.objectStore('profile').put(counted);
      return { profile: counted };
    });
    await this.load();
    return outcome;
  }

  private async change(personId: string, changed: (before: StoredProfile) => StoredProfile): Promise<void> {
    await this.store.write(['profile'], async (transaction) => {
      const profile = await transaction.objectStore('profile').get(personId);
      if (profile) await transaction.objectStore('profile').put(changed(profile));
    });
    await this.load();
  }
}

const waits = (profile: StoredProfile, now: number): boolean => profile.waitUntil > now && profile.waitUntil - now <= LONGEST_WAIT_MS;

function outcomeOfWrong({ wrongTries, waitUntil }: StoredProfile): PinOutcome {
  if (wrongTries >= PIN_TRIES) return { kind: 'locked' };
  return { kind: 'wrong', triesLeft: PIN_TRIES - wrongTries, waitUntil };
}
