import { Component, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PersonName } from '@sala/contract/dto';
import { Api, troubleMessages } from '@sala/web/data-api';
import { Icon, Notice, Wording } from '@sala/web/ui';
import { roleNames } from '@sala/web/ui/desk';
import { Answered } from './answered.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';
import { PlaceHead } from './place-head.js';
import { PlacePicker } from './place-picker.js';

/** The places below a place, to go down by taps, or to find by name. */
@Component({
  selector: 'sala-below-page',
  imports: [Answered, Icon, Notice, PlaceHead, PlacePicker, RouterLink],
  host: { class: 'stack' },
  template: `
    <ng-container *salaAnswered="page; let answer; title: words.below">
      <sala-place-head [page]="answer" part="below" />
      <sala-place-picker [browse]="false" (chosen)="open($event.code)" />
      <ul class="rows">
        @for (place of answer.below; track place.code) {
          <li>
            <a class="line" [routerLink]="['/people/at', place.code, 'below']">
              <span class="rest">{{
                names.placeIn({ code: place.code, khmer: place.khmer, latin: place.latin, unit: place.unit, path: [] })
              }}</span>
              <span class="small">{{ say(words.peopleCount, { n: place.people }) }}</span>
              <sala-icon name="next" />
            </a>
          </li>
        } @empty {
          <li>
            <sala-notice>{{ say(words.nothingBelow) }}</sala-notice>
          </li>
        }
      </ul>
    </ng-container>
  `,
})
export class BelowPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  readonly code = input('');
  protected readonly page = resource({
    params: () => this.code() || this.names.home(),
    loader: ({ params }) => this.api.call('placePage', { path: { place: params } }),
  });

  protected open(code: string): void {
    void this.router.navigate(['/people/at', code]);
  }
}

/** Who has which rights at a place, and from which place above they come. */
@Component({
  selector: 'sala-rights-page',
  imports: [Answered, Notice, PlaceHead, RouterLink],
  host: { class: 'stack' },
  template: `
    <ng-container *salaAnswered="page; let answer; title: words.rights">
      <sala-place-head [page]="answer" part="rights" />
      <p>{{ say(words.rightsHow) }}</p>
      <ul class="rows">
        @for (right of answer.rights; track $index) {
          <li class="line still">
            <span class="rest">
              @if (names.reaches(right.from.code)) {
                <a [routerLink]="['/people/person', right.person.id]">{{ names.person(right.person) }}</a>
              } @else {
                {{ names.person(right.person) }}
              }
            </span>
            <span class="pill">{{ say(roles[right.role]) }}</span>
            <span class="small">{{
              right.from.code === answer.place.code ? say(words.rightsHere) : say(words.rightsFrom, { place: names.place(right.from) })
            }}</span>
          </li>
        } @empty {
          <li>
            <sala-notice>{{ say(words.noRights) }}</sala-notice>
          </li>
        }
      </ul>
    </ng-container>
  `,
})
export class RightsPage {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  protected readonly roles = roleNames;
  readonly code = input('');
  protected readonly page = resource({
    params: () => this.code() || this.names.home(),
    loader: ({ params }) => this.api.call('placePage', { path: { place: params } }),
  });
}

/** The groups of a place, and making a new one. */
@Component({
  selector: 'sala-groups-page',
  imports: [Answered, Icon, Notice, PlaceHead, RouterLink],
  host: { class: 'stack' },
  template: `
    <ng-container *salaAnswered="page; let answer; title: words.groups">
      <sala-place-head [page]="answer" part="groups" />
      <p>{{ say(words.groupHow) }}</p>
      <ul class="rows">
        @for (group of answer.groups; track group.id) {
          <li>
            <a class="line" [routerLink]="['/people/group', group.id]">
              <span class="rest">
                <span class="strong">{{ group.name }}</span>
                <span class="small block">{{ names.place(group.place) }} · {{ say(words.groupCounts, { members: group.members }) }}</span>
                <span class="small block">{{
                  group.mentors.length > 0 ? say(words.mentorsAre, { names: allOf(group.mentors) }) : say(words.noMentor)
                }}</span>
              </span>
              <sala-icon name="next" />
            </a>
          </li>
        } @empty {
          <li>
            <sala-notice>{{ say(words.noGroups) }}</sala-notice>
          </li>
        }
      </ul>
      <form class="card stack" novalidate (submit)="make($event, field.value)">
        <label class="field">
          <span>{{ say(words.groupName) }}</span>
          <input #field type="text" autocomplete="off" maxlength="80" [attr.aria-invalid]="!!problem()" aria-describedby="group-problem" />
          <small id="group-problem" class="problem" aria-live="polite">{{ problem() }}</small>
        </label>
        <button type="submit" class="button primary"><sala-icon name="people" />{{ say(words.newGroup) }}</button>
      </form>
    </ng-container>
  `,
})
export class GroupsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  readonly code = input('');
  protected readonly page = resource({
    params: () => this.code() || this.names.home(),
    loader: ({ params }) => this.api.call('placePage', { path: { place: params } }),
  });
  protected readonly problem = signal('');

  protected allOf(people: readonly PersonName[]): string {
    return people.map((one) => this.names.person(one)).join(', ');
  }

  protected async make(event: Event, name: string): Promise<void> {
    event.preventDefault();
    this.problem.set(name.trim() === '' ? this.say(messages.groupNameNeeded) : '');
    if (name.trim() === '') return;
    const made = await this.api.call('addGroup', { body: { name, place: this.code() || this.names.home() } });
    if (made.ok) await this.router.navigate(['/people/group', made.value.id]);
    else this.problem.set(this.say(troubleMessages[made.trouble.code]));
  }
}
