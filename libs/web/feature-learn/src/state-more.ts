import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { khmerWhen } from '@sala/domain/khmer';
import { Contact, Uplink } from '@sala/web/data-sync';
import { Icon, Notice, Wording, type Message } from '@sala/web/ui';
import { sizeOf } from './amounts.js';
import { PhoneStorage } from './phone-storage.js';
import { sendingMessages } from './sending-messages.js';
import { spaceMessages } from './space-messages.js';

/** When something was last sent, in words; nothing when it never was. */
export function whenSent(sentAt: number, now: Date): Message | undefined {
  if (sentAt === 0) return undefined;
  const date = new Date(sentAt);
  const [km, en] = [khmerWhen(date, now), date.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })];
  const { lastSent } = sendingMessages;
  return { km: lastSent.km.replace('{when}', km), en: lastSent.en.replace('{when}', en) };
}

/** What may stand under the state's sentence: a wrong clock, little space, what is missing of a course, and the way to what was refused. */
@Component({
  selector: 'sala-state-more',
  host: { class: 'stack' },
  imports: [Icon, Notice, RouterLink],
  template: `
    @if (uplink.state().refused > 0 && !isOnItsPage) {
      <a class="tile" routerLink="/sending"><sala-icon name="warning" />{{ say(words.seeRefused) }}</a>
    }
    @if (storage.letGo(); as count) {
      <sala-notice tone="mind">{{ say(space.letGo, { count }) }}</sala-notice>
    } @else if (storage.low(); as low) {
      <sala-notice tone="mind">{{ say(space.low, { free: sizeOf(low.free) }) }}</sala-notice>
    }
    @if (storage.letGo() || storage.low()) {
      <a class="tile" routerLink="/space"><sala-icon name="download" />{{ say(space.title) }}</a>
    }
    @if (storage.incomplete(); as course) {
      <sala-notice tone="mind">{{ say(space.missing, { course: course.entry.title, left: sizeOf(course.missing) }) }}</sala-notice>
      <a class="tile" [routerLink]="['/course', course.entry.slug, 'keep']"><sala-icon name="again" />{{ say(space.fetchAgain) }}</a>
    }
    @if (contact.fault(); as fault) {
      <sala-notice tone="mind">{{ say(words[fault]) }}</sala-notice>
    }
  `,
})
export class StateMore {
  protected readonly storage = inject(PhoneStorage);
  protected readonly space = spaceMessages;
  protected readonly sizeOf = sizeOf;
  protected readonly contact = inject(Contact);
  protected readonly uplink = inject(Uplink);
  protected readonly say = inject(Wording).say;
  protected readonly words = sendingMessages;
  protected readonly isOnItsPage = inject(Router).url === '/sending';
}
