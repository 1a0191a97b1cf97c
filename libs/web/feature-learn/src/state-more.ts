import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { khmerWhen } from '@sala/domain/khmer';
import { Contact, Uplink } from '@sala/web/data-sync';
import { Icon, Notice, Wording, type Message } from '@sala/web/ui';
import { sendingMessages } from './sending-messages.js';

/** When something was last sent, in words; nothing when it never was. */
export function whenSent(sentAt: number, now: Date): Message | undefined {
  if (sentAt === 0) return undefined;
  const date = new Date(sentAt);
  const [km, en] = [khmerWhen(date, now), date.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })];
  const { lastSent } = sendingMessages;
  return { km: lastSent.km.replace('{when}', km), en: lastSent.en.replace('{when}', en) };
}

/** What may stand under the state's sentence: a wrong clock, and the way to what was refused. */
@Component({
  selector: 'sala-state-more',
  imports: [Icon, Notice, RouterLink],
  template: `
    @if (uplink.state().refused > 0 && !isOnItsPage) {
      <a class="tile" routerLink="/sending"><sala-icon name="warning" />{{ say(words.seeRefused) }}</a>
    }
    @if (contact.fault(); as fault) {
      <sala-notice tone="mind">{{ say(words[fault]) }}</sala-notice>
    }
  `,
})
export class StateMore {
  protected readonly contact = inject(Contact);
  protected readonly uplink = inject(Uplink);
  protected readonly say = inject(Wording).say;
  protected readonly words = sendingMessages;
  protected readonly isOnItsPage = inject(Router).url === '/sending';
}
