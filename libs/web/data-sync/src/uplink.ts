import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { LearnerCursor, SyncReply } from '@sala/contract/dto';
import { Api, type Trouble } from '@sala/web/data-api';
import { DeviceIdentity, EventLog, Profiles, ServerNews, type StoredProfile } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Contact } from './contact.js';
import { keepNote, noteOf } from './notes.js';

/** How the way to the server stands, for one sentence on the screen. */
export interface UplinkState {
  /** What was seen at the last contact. */
  line: 'unknown' | 'sending' | 'reached' | 'offline' | 'card-needed' | 'trouble';
  /** Lessons of the open learner, or with nobody open of everybody here, with something that waits to be sent. */
  waiting: number;
  /** Things of the open learner that are held until the card is shown again. */
  held: number;
  /** Things that the server refused; they stay on the phone. */
  refused: number;
}

/** Events in one request: small enough for a bad line, and fewer than the server's limit. */
const EVENTS_A_REQUEST = 200;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Lets the events of one tap go out together. */
const GATHER_MS = 1_500;

/** Carries waiting events to the server and its news back, in the background: no screen ever waits for it. One tab of the phone does it for all. */
@Injectable({ providedIn: 'root' })
export class Uplink {
  private readonly api = inject(Api);
  private readonly log = inject(EventLog);
  private readonly news = inject(ServerNews);
  private readonly profiles = inject(Profiles);
  private readonly session = inject(Session);
  private readonly identity = inject(DeviceIdentity);
  private readonly contact = inject(Contact);
  private readonly line = signal<UplinkState['line']>('unknown');
  private readonly counts = signal({ waiting: 0, held: 0, refused: 0 });
  /** Once a day, when everything is sent: lets the log go of what the server has held for long. It is given late, with the parts that the first card does not wait for. */
  tidy: (now: number) => Promise<unknown> = () => Promise.resolve();
  /** Takes people from this phone whom the server has forgotten; given late as well, and told again until it was done. */
  forget: (personIds: readonly string[]) => Promise<unknown> = () => Promise.resolve();
  private pause = FIRST_PAUSE_MS;
  private timer?: ReturnType<typeof setTimeout>;
  private running?: Promise<void> | undefined;
  private again = false;
  private hasAsked = false;

  /** Who of this phone holds the role of a mentor, as the server said last: their ids, with commas between. */
  readonly mentors = signal(noteOf(MENTORS) ?? '');
  /** How the way to the server stands. */
  readonly state = computed<UplinkState>(() => ({ line: this.line(), ...this.counts() }));

  constructor() {
    effect(() => {
      this.log.revision();
      this.session.learner();
      untracked(() => void this.count().catch(() => undefined));
    });
  }

  /** Begins to follow the log, the line and the foreground. */
  start(): void {
    addEventListener('online', () => this.afresh());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.afresh());
    this.soon(0);
  }

  /** The line may be back, but often not yet at once: what fails now is tried again after a short pause, not the long one of an hour without a line. */
  private afresh(): void {
    this.pause = FIRST_PAUSE_MS;
    this.soon(0);
  }

  /** Asks for an exchange after a moment; many asks make one exchange. */
  soon(delay = GATHER_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.exchange().catch(() => this.later()), delay);
  }

  /** Exchanges with the server until nothing waits or something is in the way. */
  async exchange(): Promise<void> {
    // Two exchanges at once would only send the same twice; what was recorded meanwhile goes in the next round.
    this.again = this.running !== undefined;
    if (this.running) return this.running;
    if (this.profiles.all().length === 0) return;
    if (this.learners().length === 0) return this.catalogueForGuests();
    this.running = alone(() => this.rounds());
    try {
      await this.running;
    } finally {
      this.running = undefined;
      if (this.again) this.soon();
    }
  }

  private async rounds(): Promise<void> {
    for (let more = true; more;) {
      const events = await this.log.waiting(EVENTS_A_REQUEST);
      if (events.length > 0) this.line.set('sending');
      const sent = await this.api.call('sync', { body: await this.request(events) });
      if (!sent.ok) return this.notSent(sent.trouble);
      // Who is a mentor here; their people are fetched by the part that shows them.
      this.mentors.set(String(sent.value.mentors ?? ''));
      keepNote(MENTORS, this.mentors());
      const again = await this.take(sent.value);
      if (sent.value.forgotten) await this.forget(sent.value.forgotten);
      this.contact.met(sent.serverTime, sent.value.accepted.length > 0);
      const settled = sent.value.accepted.length + sent.value.refused.length;
      more = settled + again > 0 && (await this.log.waiting(1)).length > 0;
    }
    this.pause = FIRST_PAUSE_MS;
    await this.count();
    this.line.set('reached');
    if (this.contact.isNewDay()) await this.tidy(this.contact.now().getTime());
  }

  private async request(events: object[]) {
    const [deviceId, learners] = await Promise.all([this.identity.deviceId(), this.cursors()]);
    const full = noteOf('sala.let-go') ? ({ full: true } as const) : {};
    return { deviceId, clock: new Date().toISOString(), catalogue: this.news.catalogue()?.hash ?? '', learners, events, ...full };
  }

  /** Who has an account; no server knows the guests. */
  private learners(): readonly StoredProfile[] {
    return this.profiles.all().filter((profile) => !profile.guest);
  }

  /** Without anybody's session a phone may still know which courses there are; asked once a start. */
  private async catalogueForGuests(): Promise<void> {
    if (this.hasAsked) return;
    const courses = await this.api.call('courses', { query: {} });
    if (!courses.ok) return this.notSent(courses.trouble);
    await this.news.take({ accepted: [], refused: [], news: [], catalogue: courses.value });
    this.hasAsked = true;
    this.line.set('reached');
  }

  private cursors(): Promise<LearnerCursor[]> {
    return Promise.all(this.learners().map(async ({ personId }) => ({ learnerId: personId, cursor: await this.news.cursorOf(personId) })));
  }

  /** Keeps what the server said, in a reply or in a receipt that another phone brought; gives how many events it turned out to lack, which wait again. */
  async take(reply: SyncReply): Promise<number> {
    const again = (await this.news.take(reply)) + (await this.log.fillHoles(reply.missing));
    if (reply.accepted.length + reply.refused.length + reply.news.length > 0) this.log.changed();
    return again;
  }

  private async notSent(trouble: Trouble): Promise<void> {
    await this.count();
    this.line.set(LINES[trouble.code] ?? 'trouble');
    this.later((trouble.retryAfter ?? 0) * 1_000);
  }

  private later(atLeast = 0): void {
    this.soon(Math.max(atLeast, this.pause * (0.75 + Math.random() / 2)));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  private async count(): Promise<void> {
    const learnerId = this.session.learner()?.personId;
    const [waiting, { held, refused }] = await Promise.all([this.log.waitingLessons(learnerId), this.log.counts(learnerId)]);
    if (learnerId === this.session.learner()?.personId) this.counts.set({ waiting, held, refused });
  }
}

const MENTORS = 'sala.mentors';
const LINES: Partial<Record<Trouble['code'], UplinkState['line']>> = {
  offline: 'offline',
  'not-ready': 'offline',
  'not-signed-in': 'card-needed',
  'not-allowed': 'card-needed',
};

/** Runs work in one tab at a time; where the browser has no locks, the repeats are harmless because the log takes an event only once. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  await locks.request('sala.uplink', { ifAvailable: true }, async (lock) => (lock ? work() : undefined));
}
