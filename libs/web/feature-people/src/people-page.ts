import { Component, computed, inject, signal } from '@angular/core';
import type { IssueCardReply, OneTimeCodeReply, PersonInList } from '@sala/contract/dto';
import { initialOf, khmerShortDate, khmerTime } from '@sala/domain/khmer';
import { Api, troubleMessages, type Trouble } from '@sala/web/data-api';
import { Busy, Display, Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { roleNames } from '@sala/web/ui/desk';
import { messages } from './messages.js';
import { PeopleList } from './people-list.js';
import { PrintedCard } from './printed-card.js';

type Deed = 'issue' | 'revoke' | 'one-time';

/** The people of one's place, and what an officer or mentor hands out: cards and one-time codes. */
@Component({
  selector: 'sala-people-page',
  imports: [Busy, Heading, Icon, Notice, PrintedCard],
  providers: [PeopleList],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(Api);
  private readonly display = inject(Display);
  protected readonly list = inject(PeopleList);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly roles = roleNames;
  protected readonly troubles = troubleMessages;
  protected readonly initial = initialOf;
  protected readonly text = signal('');
  /** What is about to be done, to whom; asked before it is done. */
  protected readonly planned = signal<{ deed: Deed; personId: string } | undefined>(undefined);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly card = signal<IssueCardReply | undefined>(undefined);
  protected readonly oneTime = signal<{ person: PersonInList; reply: OneTimeCodeReply } | undefined>(undefined);
  protected readonly revoked = signal<string | undefined>(undefined);
  protected readonly sure = { issue: messages.issueSure, revoke: messages.revokeSure, 'one-time': messages.oneTimeSure } as const;
  protected readonly placeName = computed(() => {
    const place = this.list.place();
    if (!place || place.code === 'KH') return this.say(messages.nation);
    return this.display.language() === 'km' ? place.khmer : place.latin;
  });

  constructor() {
    void this.list.find('');
  }

  protected nameOf({ person }: Pick<PersonInList, 'person'>): string {
    return this.display.language() === 'km' || !person.familyNameLatin
      ? `${person.familyName} ${person.givenName}`
      : `${person.familyNameLatin} ${person.givenNameLatin}`;
  }

  protected search(event: Event): void {
    event.preventDefault();
    void this.list.find(this.text());
  }

  protected plan(deed: Deed, personId: string): void {
    this.trouble.set(undefined);
    this.revoked.set(undefined);
    this.planned.set({ deed, personId });
  }

  protected async carryOut(person: PersonInList): Promise<void> {
    const deed = this.planned()?.deed;
    const path = { personId: person.person.id };
    if (deed === 'issue') await this.done(this.api.call('issueCard', { path }), (card) => this.card.set(card));
    if (deed === 'one-time') await this.done(this.api.call('giveOneTimeCode', { path }), (reply) => this.oneTime.set({ person, reply }));
    if (deed === 'revoke') await this.done(this.api.call('revokeCard', { path }), () => this.revoked.set(path.personId));
  }

  protected whenOf(moment: string): string {
    const date = new Date(moment);
    if (this.display.language() === 'km') return `${khmerShortDate(date)} ${khmerTime(date)}`;
    return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  }

  protected closeShown(): void {
    this.card.set(undefined);
    this.oneTime.set(undefined);
    void this.list.find(this.text());
  }

  private async done<T>(work: Promise<{ ok: true; value: T } | { ok: false; trouble: Trouble }>, then: (value: T) => void): Promise<void> {
    const result = await work;
    this.trouble.set(result.ok ? undefined : result.trouble);
    if (!result.ok) return;
    this.planned.set(undefined);
    then(result.value);
  }
}
