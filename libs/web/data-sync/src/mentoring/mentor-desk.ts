import { computed, inject, Injectable, signal } from '@angular/core';
import type { PersonInRoster } from '@sala/contract/dto';
import { DEEDS_A_REQUEST, GONE_A_REQUEST } from '@sala/contract/routes';
import { readMentorDeed, visitOrder, type MentorDeedKind, type MentorDeedOf, type Visit } from '@sala/domain/mentoring';
import { Profiles, Store, type StoredDeed, type StoredRoster } from '@sala/web/data-device';
import { Belongings, timedId } from '@sala/web/data-device/late';
import { Session } from '@sala/web/data-session';
import { Contact } from '../contact.js';
import { noteOf } from '../notes.js';
import { MentorApi } from './mentor-api.js';
import { seenOf, withDeeds } from './with-deeds.js';

const KEPT_MS = 30 * 86_400_000;

/** Whether a person of this phone held the role of a mentor when the server was last met. */
export const isMentor = (personId: string | undefined): boolean => (noteOf('sala.mentors') ?? '').split(',').includes(personId ?? '-');

/** The open mentor's people and what was done for them: from this phone, and made new whenever the server is met. */
@Injectable({ providedIn: 'root' })
export class MentorDesk {
  private readonly store = inject(Store);
  private readonly session = inject(Session);
  private readonly profiles = inject(Profiles);
  private readonly contact = inject(Contact);
  private readonly belongings = inject(Belongings);
  private readonly api = inject(MentorApi).api;
  private readonly read = signal<{ mentorId: string; roster: StoredRoster | undefined; deeds: readonly StoredDeed[] } | undefined>(
    undefined,
  );
  /** What is known of the open mentor alone. */
  private readonly own = computed(() => {
    const read = this.read();
    return read?.mentorId === this.session.learner()?.personId ? read : undefined;
  });
  /** When the people were last told by the server (epoch ms); undefined before the first time. */
  readonly at = computed(() => this.own()?.roster?.at);
  /** Whether this phone was looked through. */
  readonly ready = computed(() => this.own() !== undefined);
  /** What was done and is still to be sent. */
  readonly waiting = computed(() => this.own()?.deeds.filter(({ state }) => state === 'waiting') ?? []);
  /** What the server refused; it stays and is explained. */
  readonly refused = computed(() => this.own()?.deeds.filter(({ state }) => state === 'refused') ?? []);
  /** The mentor's people, as they are with everything done on this phone. */
  readonly people = computed((): readonly PersonInRoster[] => {
    const [own, mentor] = [this.own(), this.session.learner()];
    const done = own?.deeds.filter(({ state }) => state !== 'refused').map(({ deed }) => deed) ?? [];
    return mentor ? (own?.roster?.people.map((person) => withDeeds(person, done, mentor.person)) ?? []) : [];
  });
  /** Everybody, who needs a visit first standing first. */
  readonly visits = computed((): Visit[] => visitOrder(this.people().map(seenOf), this.contact.now().getTime()));

  /** A person by id. */
  person(personId: string): PersonInRoster | undefined {
    return this.people().find(({ person }) => person.id === personId);
  }

  /** Reads the open mentor's people from the disk. */
  async load(mentorId = this.session.learner()?.personId): Promise<void> {
    if (mentorId === undefined) return;
    const database = await this.store.database();
    const [roster, deeds] = await Promise.all([
      database.get('roster', [mentorId, 'people']),
      database.getAll('deed', IDBKeyRange.bound([mentorId], [mentorId, []])),
    ]);
    if (mentorId === this.session.learner()?.personId) this.read.set({ mentorId, roster, deeds });
  }

  /** Notes what the open mentor did; it is on the disk when the promise resolves, and goes out with the next contact. */
  async note<K extends MentorDeedKind>(learnerId: string, kind: K, body: MentorDeedOf<K>['body']): Promise<void> {
    const mentorId = this.session.learner()?.personId;
    if (mentorId === undefined) return;
    const id = timedId();
    const read = readMentorDeed({ id, learnerId, doneAt: new Date().toISOString(), kind, body });
    if (!read.ok) throw new TypeError(`no deed: ${read.findings.map(({ path }) => path).join(', ')}`);
    const row: StoredDeed = { mentorId, id, state: 'waiting', deed: read.value, at: Date.now() };
    await this.store.write(['deed'], (transaction) => transaction.objectStore('deed').put(row));
    await this.load();
  }

  /** Lets go of a refused deed, once the mentor has read why. */
  async dismiss({ mentorId, id }: StoredDeed): Promise<void> {
    await this.store.write(['deed'], (transaction) => transaction.objectStore('deed').delete([mentorId, id]));
    await this.load();
  }

  /** Sends what mentors of this phone did and fetches their people anew; false when the server was not reached. */
  async exchange(): Promise<boolean> {
    await this.letGo();
    let reached = true;
    for (const mentorId of this.mentors()) reached = (await this.send(mentorId)) && (await this.fetch(mentorId)) && reached;
    await this.load();
    return reached;
  }

  /** Whether a mentor of this phone did something that the server has not heard of. */
  async hasUnsent(): Promise<boolean> {
    const unsent = await Promise.all(this.mentors().map((mentorId) => this.unsent(mentorId)));
    return unsent.flat().length > 0;
  }

  /** Who is a mentor no more keeps nobody's names, answers and voices; what was done and is not sent stays, for whoever is made a mentor again. */
  private async letGo(): Promise<void> {
    const mentors = new Set(this.mentors());
    const database = await this.store.database();
    const former = (await database.getAllKeys('roster')).map(([mentorId]) => mentorId).filter((id) => !mentors.has(id));
    for (const mentorId of former)
      await this.store.write(['roster', 'deed', 'recording'], async (transaction) => {
        const [deeds, recordings] = [transaction.objectStore('deed'), transaction.objectStore('recording')];
        await transaction.objectStore('roster').delete([mentorId, 'people']);
        for (const { id, state } of await deeds.getAll(IDBKeyRange.bound([mentorId], [mentorId, []])))
          if (state !== 'waiting') await deeds.delete([mentorId, id]);
        for (const { id, learnerId, about, sentAt } of await recordings.getAll())
          if (learnerId === mentorId && about !== undefined && about !== mentorId && sentAt !== undefined) await recordings.delete(id);
      });
  }

  private mentors(): string[] {
    return this.profiles.all().flatMap(({ personId }) => (isMentor(personId) ? [personId] : []));
  }

  private async unsent(mentorId: string): Promise<StoredDeed[]> {
    const all = await (await this.store.database()).getAll('deed', IDBKeyRange.bound([mentorId], [mentorId, []]));
    return all.filter(({ state }) => state === 'waiting');
  }

  private async send(mentorId: string): Promise<boolean> {
    for (;;) {
      const waiting = (await this.unsent(mentorId)).slice(0, DEEDS_A_REQUEST);
      if (waiting.length === 0) return true;
      const sent = await this.api.call('mentorDeeds', { path: { personId: mentorId }, body: { deeds: waiting.map(({ deed }) => deed) } });
      if (!sent.ok) return false;
      const codes = new Map(sent.value.refused.map(({ id, code }) => [id, code]));
      const accepted = new Set(sent.value.accepted);
      await this.store.write(['deed'], async (transaction) => {
        for (const { code: _, ...row } of waiting) {
          const code = codes.get(row.id);
          if (accepted.has(row.id)) await transaction.objectStore('deed').put({ ...row, state: 'accepted' });
          else if (code !== undefined) await transaction.objectStore('deed').put({ ...row, state: 'refused', code });
        }
      });
      // A reply that settles nothing would be asked for ever.
      if (accepted.size + codes.size === 0) return false;
    }
  }

  private async fetch(mentorId: string, asked = new Set<string>()): Promise<boolean> {
    const before = await (await this.store.database()).get('roster', [mentorId, 'people']);
    const gone = (await this.gone(mentorId)).filter((id) => !asked.has(id)).slice(0, GONE_A_REQUEST);
    const query = { ...(before && { known: before.hash }), ...(gone.length > 0 && { gone: gone.join(',') }) };
    const got = await this.api.call('roster', { path: { personId: mentorId }, query });
    if (!got.ok) return false;
    const { hash, epoch, people = before?.people ?? [] } = got.value;
    const row: StoredRoster = { mentorId, name: 'people', hash, epoch, at: Date.now(), people };
    await this.store.write(['roster', 'deed'], async (transaction) => {
      await transaction.objectStore('roster').put(row);
      const deeds = transaction.objectStore('deed');
      for (const deed of await deeds.getAll(IDBKeyRange.bound([mentorId], [mentorId, []]))) {
        if (deed.state !== 'accepted') continue;
        // A server that was restored from a backup may lack what it once took.
        if (before && before.epoch !== epoch) await deeds.put({ ...deed, state: 'waiting' });
        else if (Date.now() - deed.at > KEPT_MS) await deeds.delete([mentorId, deed.id]);
      }
    });
    if (got.value.forgotten) await this.belongings.forget(got.value.forgotten);
    // Who is no longer among the people may be forgotten, which is asked at once.
    for (const id of gone) asked.add(id);
    return (await this.gone(mentorId)).every((id) => asked.has(id)) || this.fetch(mentorId, asked);
  }

  /** Of whom this phone holds what a mentor did or heard, although they are none of the mentor's people. */
  private async gone(mentorId: string): Promise<string[]> {
    const database = await this.store.database();
    const [roster, deeds, recordings] = await Promise.all([
      database.get('roster', [mentorId, 'people']),
      database.getAll('deed', IDBKeyRange.bound([mentorId], [mentorId, []])),
      database.getAll('recording'),
    ]);
    const heard = recordings.flatMap(({ learnerId, about }) =>
      learnerId === mentorId && about !== undefined && about !== mentorId ? [about] : [],
    );
    const held = new Set([...deeds.map(({ deed }) => deed.learnerId), ...heard]);
    for (const { person } of roster?.people ?? []) held.delete(person.id);
    return [...held];
  }
}
