import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { GroupReply, PersonInGroup, PersonInList, PersonName } from '@sala/contract/dto';
import { Api, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { Answered } from './answered.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';

type Part = 'members' | 'mentors';

/** A group: its name, learners and mentors. Each change is saved at once, as a whole. */
@Component({
  selector: 'sala-group-page',
  imports: [Answered, Heading, Icon, Notice, RouterLink],
  host: { class: 'stack' },
  templateUrl: './group-page.html',
})
export class GroupPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  protected readonly parts: readonly Part[] = ['members', 'mentors'];
  readonly id = input.required<string>();
  protected readonly group = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.call('group', { path: { groupId: params } }),
  });
  private readonly refused = signal<TroubleCode | undefined>(undefined);
  protected readonly problem = computed(() => {
    const code = this.refused();
    return code && this.say(troubleMessages[code]);
  });
  protected readonly adding = signal<Part | undefined>(undefined);
  protected readonly found = signal<readonly PersonInList[] | undefined>(undefined);
  private searches = 0;
  protected readonly isSaved = signal(false);
  protected readonly removing = signal(false);

  protected peopleOf(group: GroupReply, part: Part): readonly PersonInGroup[] {
    return group[part];
  }

  protected has(group: GroupReply, part: Part, id: string): boolean {
    return group[part].some((one) => one.person.id === id);
  }

  protected open(group: GroupReply, part: Part): void {
    this.adding.set(part);
    this.isSaved.set(false);
    void this.find(undefined, group, '');
  }

  /** Learners are looked for at the group's place; whoever becomes a mentor may be anybody within the officer's reach. */
  protected async find(event: Event | undefined, group: GroupReply, search: string): Promise<void> {
    event?.preventDefault();
    const place = this.adding() === 'mentors' && search !== '' ? this.names.home() : group.place.code;
    const turn = ++this.searches;
    const got = await this.api.call('people', { query: { place, ...(search && { search }) } });
    // The answer to an earlier search may come after that to a later one.
    if (turn !== this.searches) return;
    this.refused.set(got.ok ? undefined : got.trouble.code);
    const isLearner = (one: PersonInList): boolean => one.roles.some(({ role }) => role === 'learner');
    if (got.ok) this.found.set(got.value.people.filter((one) => this.adding() === 'mentors' || isLearner(one)));
  }

  protected addTo(group: GroupReply, part: Part, person: PersonName): Promise<void> {
    return this.save(group, { [part]: [...idsOf(group[part]), person.id] });
  }

  protected takeOut(group: GroupReply, part: Part, person: PersonName): Promise<void> {
    return this.save(group, { [part]: idsOf(group[part]).filter((id) => id !== person.id) });
  }

  protected async rename(event: Event, group: GroupReply, name: string): Promise<void> {
    event.preventDefault();
    if (name.trim() !== '') await this.save(group, { name });
  }

  protected async remove({ place }: GroupReply): Promise<void> {
    const removed = await this.api.call('removeGroup', { path: { groupId: this.id() } });
    if (removed.ok) await this.router.navigate(['/people/at', place.code, 'groups']);
    else this.refused.set(removed.trouble.code);
  }

  private async save(group: GroupReply, change: { name?: string; members?: string[]; mentors?: string[] }): Promise<void> {
    const body = { name: group.name, members: idsOf(group.members), mentors: idsOf(group.mentors), ...change };
    const got = await this.api.call('changeGroup', { path: { groupId: this.id() }, body });
    this.refused.set(got.ok ? undefined : got.trouble.code);
    this.isSaved.set(got.ok);
    if (got.ok) this.group.set(got);
  }
}

const idsOf = (people: readonly PersonInGroup[]): string[] => people.map((one) => one.person.id);
