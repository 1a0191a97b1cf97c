import { inject, Injectable } from '@angular/core';
import type { PersonName, PlaceName, PlaceWithPath, RoleHeld } from '@sala/contract/dto';
import { isWithin } from '@sala/domain/access';
import { khmerShortDate, khmerTime } from '@sala/domain/khmer';
import { StaffSession } from '@sala/web/data-session';
import { Display, Wording, type Message } from '@sala/web/ui';
import { roleNames } from '@sala/web/ui/desk';
import { messages } from './messages.js';

/** Names of people and places in the present language, and where the signed-in officer may act. */
@Injectable({ providedIn: 'root' })
export class Naming {
  private readonly display = inject(Display);
  private readonly session = inject(StaffSession);
  private readonly say = inject(Wording).say;

  /** A person's name; in Khmer when there is no other. */
  person({ familyName, givenName, familyNameLatin, givenNameLatin }: Omit<PersonName, 'id'>): string {
    return this.display.language() === 'km' || !familyNameLatin ? `${familyName} ${givenName}` : `${familyNameLatin} ${givenNameLatin}`;
  }

  /** A place's name. */
  place(place: PlaceName): string {
    return this.say(place.code === 'KH' ? messages.nation : { km: place.khmer, en: place.latin });
  }

  /** A place with its kind of unit and those above it. */
  placeIn(place: PlaceWithPath): string {
    const named = { unit: place.unit, place: { km: place.khmer, en: place.latin } };
    const above = [...place.path].reverse().map((one) => this.place(one));
    return above.length > 0 ? this.say(messages.placeIn, { ...named, above: above.join(' · ') }) : this.say(messages.placeNamed, named);
  }

  /** A role with its place. */
  role({ role, place }: RoleHeld): string {
    return this.say(messages.roleAt, { role: roleNames[role], place: this.place(place) });
  }

  /** A day, or with `time` a moment. */
  day(moment: string, time = false): string {
    const date = new Date(moment);
    if (this.display.language() === 'km') return time ? `${khmerShortDate(date)} ${khmerTime(date)}` : khmerShortDate(date);
    return date.toLocaleString('en-GB', time ? { dateStyle: 'long', timeStyle: 'short' } : { dateStyle: 'long' });
  }

  /** A message of a table, by a key that the server told. */
  told(table: Record<string, Message>, key: string): string {
    const message = table[key];
    return message ? this.say(message) : key;
  }

  /** Whether the signed-in officer reaches a place; the server asks again. */
  reaches(code: string): boolean {
    return this.areas().some((area) => isWithin(code, area));
  }

  /** The code of the widest place of the signed-in officer. */
  home(): string {
    return this.areas().sort((a, b) => (a === 'KH' ? -1 : b === 'KH' ? 1 : a.length - b.length))[0] ?? 'KH';
  }

  private areas(): string[] {
    const roles = this.session.staff()?.roles ?? [];
    return roles.filter(({ role }) => role === 'officer' || role === 'administrator').map(({ place }) => place.code);
  }
}
