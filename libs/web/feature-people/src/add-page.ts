import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PersonInList, PlaceWithPath } from '@sala/contract/dto';
import type { Role } from '@sala/domain/access';
import { phoneNumber, splitName } from '@sala/domain/people';
import { Api, troubleMessages, type Trouble } from '@sala/web/data-api';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { roleNames } from '@sala/web/ui/desk';
import { ChosenPeople } from './chosen-people.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';
import { personMessages } from './person-messages.js';
import { PlacePicker } from './place-picker.js';

const GIVEN: readonly Role[] = ['learner', 'mentor', 'trainer', 'reviewer'];

/** Adds one person: a name, a place, a role; the rest may wait. */
@Component({
  selector: 'sala-add-page',
  imports: [Heading, Icon, Notice, PlacePicker, RouterLink],
  host: { class: 'stack' },
  templateUrl: './add-page.html',
})
export class AddPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly chosenPeople = inject(ChosenPeople);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = { ...messages, ...personMessages };
  protected readonly troubles = troubleMessages;
  protected readonly roleNames = roleNames;
  protected readonly given = GIVEN;
  /** The place to begin with. */
  readonly at = input('');
  protected readonly name = signal('');
  protected readonly latin = signal('');
  protected readonly phone = signal('');
  protected readonly role = signal<Role>('learner');
  protected readonly picked = signal<PlaceWithPath | undefined>(undefined);
  protected readonly picking = signal(false);
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly added = signal<PersonInList | undefined>(undefined);
  private readonly begin = resource({
    params: () => this.at() || undefined,
    loader: async ({ params }) => {
      const got = await this.api.call('findPlaces', { query: { search: params } });
      return got.ok ? got.value.find((place) => place.code === params) : undefined;
    },
  });
  // A commune or village is a workplace; above that one is asked to say which.
  protected readonly place = computed(
    () => this.picked() ?? ((this.begin.value()?.code.length ?? 0) >= 6 ? this.begin.value() : undefined),
  );
  protected readonly split = computed(() => splitName(this.name()));
  protected readonly nameProblem = computed(() => this.split().familyName === '' || this.split().givenName === '');
  protected readonly phoneProblem = computed(() => this.phone().trim() !== '' && phoneNumber(this.phone()) === undefined);

  protected pick(place: PlaceWithPath): void {
    this.picked.set(place);
    this.picking.set(false);
  }

  protected async save(event: Event | undefined, anyway = false): Promise<void> {
    event?.preventDefault();
    this.asked.set(true);
    const place = this.place();
    if (this.busy() || this.nameProblem() || this.phoneProblem() || !place) return;
    this.busy.set(true);
    const latin = splitName(this.latin());
    const body = {
      ...this.split(),
      familyNameLatin: latin.familyName,
      givenNameLatin: latin.givenName,
      phone: this.phone(),
      role: this.role(),
      place: place.code,
      ...(anyway && { anyway }),
    };
    const got = await this.api.call('addPerson', { body });
    this.busy.set(false);
    this.trouble.set(got.ok ? undefined : got.trouble);
    if (got.ok) this.added.set(got.value);
  }

  protected print(person: PersonInList): void {
    this.chosenPeople.ids.set([person.person.id]);
    void this.router.navigateByUrl('/people/cards');
  }

  protected another(): void {
    for (const field of [this.name, this.latin, this.phone]) field.set('');
    this.asked.set(false);
    this.added.set(undefined);
  }
}
