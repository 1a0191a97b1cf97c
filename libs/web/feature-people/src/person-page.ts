import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IssueCardReply, OneTimeCodeReply, PersonReply, PlaceWithPath, RoleHeld } from '@sala/contract/dto';
import { initialOf } from '@sala/domain/khmer';
import { Api, troubleMessages, type Called, type TroubleCode } from '@sala/web/data-api';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { roleNames } from '@sala/web/ui/desk';
import { Answered } from './answered.js';
import { ForgetPerson } from './forget-person.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';
import { PersonForm } from './person-form.js';
import { actNames, personMessages } from './person-messages.js';
import { PlacePicker } from './place-picker.js';
import { PrintedCard } from './printed-card.js';
import { RoleForm } from './role-form.js';

type Deed = 'issue' | 'revoke' | 'one-time' | 'change' | 'move' | 'role' | 'leave' | 'forget';

/** One person: roles, ways to sign in, groups, and what can be done; each deed says what it will do before it is done. */
@Component({
  selector: 'sala-person-page',
  imports: [Answered, ForgetPerson, Heading, Icon, Notice, PersonForm, PlacePicker, PrintedCard, RoleForm, RouterLink],
  host: { class: 'stack' },
  templateUrl: './person-page.html',
})
export class PersonPage {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = { ...messages, ...personMessages };
  protected readonly roles = roleNames;
  protected readonly acts = actNames;
  protected readonly initial = initialOf;
  readonly id = input.required<string>();
  /** The person as loaded, or as the last deed left them. */
  protected readonly person = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.call('person', { path: { personId: params } }),
  });
  private readonly refused = signal<TroubleCode | undefined>(undefined);
  protected readonly problem = computed(() => {
    const code = this.refused();
    return code && this.say(troubleMessages[code]);
  });
  protected readonly deed = signal<Deed | undefined>(undefined);
  protected readonly ending = signal<RoleHeld | undefined>(undefined);
  protected readonly target = signal<PlaceWithPath | undefined>(undefined);
  protected readonly card = signal<IssueCardReply | undefined>(undefined);
  protected readonly oneTime = signal<OneTimeCodeReply | undefined>(undefined);
  protected readonly said = signal<'saved' | 'revoked' | undefined>(undefined);

  protected plan(deed: Deed | undefined): void {
    this.refused.set(undefined);
    this.said.set(undefined);
    this.target.set(undefined);
    this.ending.set(undefined);
    this.deed.set(deed);
  }

  protected async issue(): Promise<void> {
    const card = await this.done(this.api.call('issueCard', { path: { personId: this.id() } }));
    if (card) this.card.set(card);
  }

  protected async giveCode(): Promise<void> {
    const code = await this.done(this.api.call('giveOneTimeCode', { path: { personId: this.id() } }));
    if (code) this.oneTime.set(code);
  }

  protected async revoke(): Promise<void> {
    const revoked = await this.api.call('revokeCard', { path: { personId: this.id() } });
    if (!revoked.ok) return this.refused.set(revoked.trouble.code);
    this.deed.set(undefined);
    this.said.set('revoked');
    this.person.reload();
  }

  protected leave(): Promise<void> {
    return this.changed(this.api.call('leavePerson', { path: { personId: this.id() } }));
  }

  protected move(place: PlaceWithPath): Promise<void> {
    return this.changed(this.api.call('movePerson', { path: { personId: this.id() }, body: { place: place.code } }));
  }

  protected endRole({ role, place }: RoleHeld): Promise<void> {
    return this.changed(this.api.call('endRole', { path: { personId: this.id() }, body: { role, place: place.code } }));
  }

  protected taken(person: PersonReply): void {
    this.plan(undefined);
    this.person.set({ ok: true, value: person });
    this.said.set('saved');
  }

  protected closeShown(): void {
    this.card.set(undefined);
    this.oneTime.set(undefined);
    this.person.reload();
  }

  private async changed(work: Promise<Called<PersonReply>>): Promise<void> {
    const person = await this.done(work);
    if (person) this.taken(person);
  }

  private async done<T>(work: Promise<Called<T>>): Promise<T | undefined> {
    const result = await work;
    this.refused.set(result.ok ? undefined : result.trouble.code);
    if (!result.ok) return undefined;
    this.deed.set(undefined);
    this.ending.set(undefined);
    return result.value;
  }
}
