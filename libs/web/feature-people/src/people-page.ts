import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PersonInList } from '@sala/contract/dto';
import { initialOf } from '@sala/domain/khmer';
import { Api, troubleMessages, type Trouble } from '@sala/web/data-api';
import { Busy, Icon, Notice, Wording } from '@sala/web/ui';
import { Answered } from './answered.js';
import { ChosenPeople } from './chosen-people.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';
import { PlaceHead } from './place-head.js';

/** The people of a place and below: found by name, a page at a time; from here people are added, brought in, and given cards. */
@Component({
  selector: 'sala-people-page',
  imports: [Answered, Busy, Icon, Notice, PlaceHead, RouterLink],
  host: { class: 'stack' },
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly chosenPeople = inject(ChosenPeople);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  protected readonly troubles = troubleMessages;
  protected readonly initial = initialOf;
  readonly code = input('');
  protected readonly place = computed(() => this.code() || this.names.home());
  protected readonly page = resource({
    params: () => this.place(),
    loader: ({ params }) => this.api.call('placePage', { path: { place: params } }),
  });
  protected readonly people = signal<readonly PersonInList[]>([]);
  protected readonly next = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly sought = signal('');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => {
      this.place();
      untracked(() => void this.find(''));
    });
  }

  protected search(event: Event, words: string): void {
    event.preventDefault();
    void this.find(words.trim());
  }

  protected choose(id: string): void {
    this.chosen.update((chosen) => {
      const now = new Set(chosen);
      if (!now.delete(id)) now.add(id);
      return now;
    });
  }

  protected chooseAll(): void {
    this.chosen.set(new Set(this.people().map((one) => one.person.id)));
  }

  protected printChosen(): void {
    this.chosenPeople.ids.set([...this.chosen()]);
    void this.router.navigateByUrl('/people/cards');
  }

  protected more(): Promise<void> {
    return this.load(this.next());
  }

  private find(words: string): Promise<void> {
    this.sought.set(words);
    this.people.set([]);
    this.chosen.set(new Set());
    return this.load(undefined);
  }

  private async load(after: string | undefined): Promise<void> {
    const [place, search] = [this.place(), this.sought()];
    this.busy.set(true);
    const got = await this.api.call('people', { query: { place, ...(search && { search }), ...(after && { after }) } });
    // An answer to an earlier question is no answer to this one.
    if (place !== this.place() || search !== this.sought()) return;
    this.busy.set(false);
    this.trouble.set(got.ok ? undefined : got.trouble);
    if (!got.ok) return;
    this.people.update((people) => (after ? [...people, ...got.value.people] : got.value.people));
    this.next.set(got.value.next);
  }
}
