import { Component, inject, input, output, signal } from '@angular/core';
import type { PersonReply, PlaceWithPath } from '@sala/contract/dto';
import { ROLES, type Role } from '@sala/domain/access';
import { Api, troubleMessages } from '@sala/web/data-api';
import { StaffSession } from '@sala/web/data-session';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { roleNames } from '@sala/web/ui/desk';
import { messages } from './messages.js';
import { Naming } from './naming.js';
import { personMessages } from './person-messages.js';
import { PlacePicker } from './place-picker.js';

/** Gives a person another role: which, then where. */
@Component({
  selector: 'sala-role-form',
  imports: [Heading, Icon, Notice, PlacePicker],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.giveRole) }}</h1>
    <fieldset class="stack tight">
      <legend class="strong">{{ say(words.roleField) }}</legend>
      <div class="pair">
        @for (one of roles; track one) {
          <label class="choice">
            <input type="radio" name="role" [value]="one" [checked]="role() === one" (change)="role.set(one)" />{{ say(roleNames[one]) }}
          </label>
        }
      </div>
    </fieldset>
    @if (place(); as at) {
      <p class="strong">{{ say(words.chosenPlace, { place: names.placeIn(at) }) }}</p>
      @if (problem()) {
        <sala-notice tone="mind">{{ problem() }}</sala-notice>
      }
      <div class="pair">
        <button type="button" class="button primary" (click)="give(at)"><sala-icon name="tick" />{{ say(words.give) }}</button>
        <button type="button" class="button" (click)="place.set(undefined)">{{ say(words.changePlace) }}</button>
      </div>
    } @else {
      <sala-place-picker (chosen)="place.set($event)" />
    }
    <button type="button" class="button" (click)="cancelled.emit()">{{ say(words.cancel) }}</button>
  `,
})
export class RoleForm {
  private readonly api = inject(Api);
  private readonly isAdministrator = inject(StaffSession)
    .staff()
    ?.roles.some(({ role }) => role === 'administrator');
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = { ...messages, ...personMessages };
  protected readonly roleNames = roleNames;
  /** Only an administrator makes officers; the server asks again. */
  protected readonly roles = ROLES.filter((role) => this.isAdministrator || (role !== 'officer' && role !== 'administrator'));
  readonly person = input.required<PersonReply>();
  readonly saved = output<PersonReply>();
  readonly cancelled = output();
  protected readonly role = signal<Role>('mentor');
  protected readonly place = signal<PlaceWithPath | undefined>(undefined);
  protected readonly problem = signal('');

  protected async give(place: PlaceWithPath): Promise<void> {
    const body = { role: this.role(), place: place.code };
    const got = await this.api.call('giveRole', { path: { personId: this.person().person.id }, body });
    if (got.ok) this.saved.emit(got.value);
    else this.problem.set(this.say(troubleMessages[got.trouble.code]));
  }
}
