import { computed, inject, Injectable, signal } from '@angular/core';
import type { OpenProfileReply, ShowCardReply } from '@sala/contract/dto';
import { Api, type Called, type Trouble } from '@sala/web/data-api';
import { DeviceIdentity, Profiles, type Adoption, type PinOutcome } from '@sala/web/data-device';

const OPEN = 'sala.open';
const TOUCHED = 'sala.touched';
/** How long an open profile waits for the next touch: phones are shared, and whoever takes this one up is to say who they are. */
export const IDLE_MS = 5 * 60_000;

/** Prepares that a guest's work comes with a person, once the phone has its id. */
export type Adopting = () => Promise<Adoption>;

/** Who learns here. A profile stays open while the tab lives; a new start asks for the PIN again, because phones are shared. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly profiles = inject(Profiles);
  private readonly identity = inject(DeviceIdentity);
  private readonly openId = signal<string | undefined>(undefined);
  private readonly waysBack = new Map<string, string>();
  private started?: Promise<void>;

  /** The people on this phone. */
  readonly people = this.profiles.all;
  /** Who learns now. */
  readonly learner = computed(() => this.people().find((profile) => profile.personId === this.openId()));

  /** Reads the people once, and opens again who was open before a reload. */
  start(): Promise<void> {
    this.started ??= this.profiles.load().then(() => this.openId.set(recall()));
    return this.started;
  }

  /** Whether this phone has no place for one more person. */
  isFull(personId?: string): boolean {
    return this.profiles.isFull(personId);
  }

  /** Shows a card to the server. */
  showCard(code: string): Promise<Called<ShowCardReply>> {
    return this.api.call('showCard', { body: { code } });
  }

  /** Brings the person of a shown card onto this phone and opens the profile; the work of the guest they were until now may come with them. */
  async openWithCard(ticket: string, pin: string, adopting?: Adopting): Promise<Trouble | undefined> {
    const deviceId = await this.identity.deviceId();
    return this.enter(await this.api.call('openProfile', { body: { ticket, pin, deviceId } }), pin, adopting);
  }

  /** Gives a profile a new PIN by a mentor's one-time code and opens it. */
  async resetPin(personId: string, code: string, pin: string, adopting?: Adopting): Promise<Trouble | undefined> {
    const deviceId = await this.identity.deviceId();
    return this.enter(await this.api.call('resetPin', { body: { personId, code, pin, deviceId } }), pin, adopting);
  }

  /** Opens a profile of this phone by its PIN, without the internet. */
  async openWithPin(personId: string, pin: string): Promise<PinOutcome> {
    const outcome = await this.profiles.tryPin(personId, pin);
    if (outcome.kind === 'opened') this.open(outcome.profile.personId);
    return outcome;
  }

  /** Remembers whether a person enters the PIN by pictures. */
  enterCodeBy(personId: string, pictures: boolean): Promise<void> {
    return this.profiles.enterCodeBy(personId, pictures);
  }

  /** Opens the profile of a guest, which nothing guards; false when it is nobody's or a learner's. */
  openGuest(personId: string): boolean {
    const guest = this.people().some((profile) => profile.personId === personId && profile.guest);
    if (guest) this.open(personId);
    return guest;
  }

  /** Notes when the open learner last touched the phone: a reload soon after asks for no PIN. */
  touchedAt(moment: number): void {
    keep(TOUCHED, String(moment));
  }

  /** Closes the profile of somebody who went away, and keeps for them alone where they were. */
  wentAway(from: string): void {
    const learner = this.learner();
    if (learner) this.waysBack.set(learner.personId, from);
    this.close();
  }

  /** Where a person was when they went away, told once. */
  wayBack(personId: string): string | undefined {
    const way = this.waysBack.get(personId);
    this.waysBack.delete(personId);
    return way;
  }

  /** Closes the open profile, so that somebody else can learn. */
  close(): void {
    this.openId.set(undefined);
    remember(undefined);
  }

  private async enter(opened: Called<OpenProfileReply>, pin: string, adopting?: Adopting): Promise<Trouble | undefined> {
    if (!opened.ok) return opened.trouble;
    await this.identity.become(opened.value.deviceId);
    const profile = await this.profiles.keep(opened.value.person, opened.value.placeName, pin, await adopting?.());
    this.open(profile.personId);
    return undefined;
  }

  private open(personId: string): void {
    this.openId.set(personId);
    remember(personId);
  }
}

function recall(): string | undefined {
  const touched = Number(read(TOUCHED));
  return Math.abs(Date.now() - touched) > IDLE_MS ? undefined : read(OPEN);
}

function remember(personId: string | undefined): void {
  keep(OPEN, personId);
  keep(TOUCHED, personId && String(Date.now()));
}

// A browser may forbid the store altogether; then a reload asks for the PIN.
function read(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(name: string, value: string | undefined): void {
  try {
    if (value) sessionStorage.setItem(name, value);
    else sessionStorage.removeItem(name);
  } catch {
    return;
  }
}
