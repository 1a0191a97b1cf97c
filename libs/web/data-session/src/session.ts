import { computed, inject, Injectable, signal } from '@angular/core';
import type { OpenProfileReply, ShowCardReply } from '@sala/contract/dto';
import { Api, type Called, type Trouble } from '@sala/web/data-api';
import { DeviceIdentity, Profiles, type PinOutcome, type StoredProfile } from '@sala/web/data-device';

const OPEN = 'sala.open';

/** Who learns here. A profile stays open while the tab lives; a new start asks for the PIN again, because phones are shared. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly profiles = inject(Profiles);
  private readonly identity = inject(DeviceIdentity);
  private readonly openId = signal<string | undefined>(undefined);
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

  /** Shows a card to the server. */
  showCard(code: string): Promise<Called<ShowCardReply>> {
    return this.api.call('showCard', { body: { code } });
  }

  /** Brings the person of a shown card onto this phone and opens the profile. */
  async openWithCard(ticket: string, pin: string): Promise<Trouble | undefined> {
    const deviceId = await this.identity.deviceId();
    return this.enter(await this.api.call('openProfile', { body: { ticket, pin, deviceId } }), pin);
  }

  /** Gives a profile a new PIN by a mentor's one-time code and opens it. */
  async resetPin(personId: string, code: string, pin: string): Promise<Trouble | undefined> {
    const deviceId = await this.identity.deviceId();
    return this.enter(await this.api.call('resetPin', { body: { personId, code, pin, deviceId } }), pin);
  }

  /** Opens a profile of this phone by its PIN, without the internet. */
  async openWithPin(personId: string, pin: string): Promise<PinOutcome> {
    const outcome = await this.profiles.tryPin(personId, pin);
    if (outcome.kind === 'opened') this.open(outcome.profile.personId);
    return outcome;
  }

  /** Closes the open profile, so that somebody else can learn. */
  close(): void {
    this.openId.set(undefined);
    remember(undefined);
  }

  /** Takes the open profile from this phone; asks the server first, which must know. */
  async leavePhone(profile: StoredProfile): Promise<Trouble | undefined> {
    const left = await this.api.call('leavePhone', { path: { personId: profile.personId } });
    // Somebody whom the server no longer sees on this phone has nothing more to be taken back there.
    if (!left.ok && left.trouble.code !== 'not-signed-in' && left.trouble.code !== 'not-allowed') return left.trouble;
    this.close();
    await this.profiles.remove(profile.personId);
    return undefined;
  }

  private async enter(opened: Called<OpenProfileReply>, pin: string): Promise<Trouble | undefined> {
    if (!opened.ok) return opened.trouble;
    await this.identity.become(opened.value.deviceId);
    const profile = await this.profiles.keep(opened.value.person, opened.value.placeName, pin);
    this.open(profile.personId);
    return undefined;
  }

  private open(personId: string): void {
    this.openId.set(personId);
    remember(personId);
  }
}

function recall(): string | undefined {
  try {
    return sessionStorage.getItem(OPEN) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(personId: string | undefined): void {
  try {
    if (personId) sessionStorage.setItem(OPEN, personId);
    else sessionStorage.removeItem(OPEN);
  } catch {
    return;
  }
}
