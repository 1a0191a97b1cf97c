import { computed, inject, Injectable, signal } from '@angular/core';
import type { PersonInList } from '@sala/contract/dto';
import { Api, type Trouble } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';

/** The people of the place where the signed-in member of staff works, page by page. */
@Injectable()
export class PeopleList {
  private readonly api = inject(Api);
  private readonly session = inject(StaffSession);
  private readonly loaded = signal<readonly PersonInList[]>([]);
  private search = '';
  readonly people = this.loaded.asReadonly();
  readonly next = signal<string | undefined>(undefined);
  readonly trouble = signal<Trouble | undefined>(undefined);
  readonly busy = signal(false);

  /** The place of the widest role: it has the shortest code. */
  readonly place = computed(() => {
    const places = (this.session.staff()?.roles ?? []).map((held) => held.place);
    return places.sort((a, b) => a.code.length - b.code.length).find((place) => place.code === 'KH') ?? places[0];
  });

  /** Lists from the beginning. */
  async find(search: string): Promise<void> {
    this.search = search.trim();
    this.loaded.set([]);
    await this.load(undefined);
  }

  /** Lists what follows. */
  more(): Promise<void> {
    return this.load(this.next());
  }

  private async load(after: string | undefined): Promise<void> {
    const place = this.place();
    if (!place || this.busy()) return;
    this.busy.set(true);
    const query = { place: place.code, ...(this.search ? { search: this.search } : {}), ...(after ? { after } : {}) };
    const got = await this.api.call('people', { query });
    this.busy.set(false);
    this.trouble.set(got.ok ? undefined : got.trouble);
    if (!got.ok) return;
    this.loaded.update((people) => [...people, ...got.value.people]);
    this.next.set(got.value.next);
  }
}
