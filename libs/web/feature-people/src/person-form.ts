import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { PersonReply } from '@sala/contract/dto';
import { phoneNumber } from '@sala/domain/people';
import { Api, troubleMessages } from '@sala/web/data-api';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { personMessages } from './person-messages.js';

const FIELDS = ['familyName', 'givenName', 'familyNameLatin', 'givenNameLatin', 'phone'] as const;
type Field = (typeof FIELDS)[number];

/** Changes a person's names and number. */
@Component({
  selector: 'sala-person-form',
  imports: [Heading, Notice],
  template: `
    <h1 salaHeading>{{ say(words.change) }}</h1>
    <form class="stack narrow" novalidate (submit)="save($event)">
      @for (field of fields; track field) {
        <label class="field">
          <span>{{ say(labels[field]) }}</span>
          <input
            #box
            [type]="field === 'phone' ? 'tel' : 'text'"
            autocomplete="off"
            [attr.maxlength]="field === 'phone' ? 40 : 60"
            [value]="values()[field]"
            (input)="set(field, box.value)"
            [attr.aria-invalid]="asked() && !!wrong(field)"
            [attr.aria-describedby]="'problem-' + field"
          />
          <small [id]="'problem-' + field" class="problem" aria-live="polite">{{ asked() ? wrong(field) : '' }}</small>
        </label>
      }
      @if (problem()) {
        <sala-notice tone="mind">{{ problem() }}</sala-notice>
      }
      <button type="submit" class="button primary">{{ say(words.save) }}</button>
      <button type="button" class="button" (click)="cancelled.emit()">{{ say(words.cancel) }}</button>
    </form>
  `,
  host: { class: 'stack' },
})
export class PersonForm {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...personMessages };
  protected readonly fields = FIELDS;
  protected readonly labels = {
    familyName: personMessages.family,
    givenName: personMessages.given,
    familyNameLatin: personMessages.familyLatin,
    givenNameLatin: personMessages.givenLatin,
    phone: personMessages.phone,
  } as const;
  readonly person = input.required<PersonReply>();
  readonly saved = output<PersonReply>();
  readonly cancelled = output();
  protected readonly values = linkedSignal<Record<Field, string>>(() => {
    const { person, phone } = this.person();
    return { ...person, phone: phone ?? '' };
  });
  protected readonly asked = signal(false);
  protected readonly problem = signal('');

  protected set(field: Field, value: string): void {
    this.values.update((values) => ({ ...values, [field]: value }));
  }

  protected wrong(field: Field): string {
    const value = this.values()[field].trim();
    if (field === 'phone') return value !== '' && phoneNumber(value) === undefined ? this.say(personMessages.phoneWrong) : '';
    return value === '' && (field === 'familyName' || field === 'givenName') ? this.say(personMessages.fullNameNeeded) : '';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    if (FIELDS.some((field) => this.wrong(field) !== '')) return;
    const { familyName, givenName, familyNameLatin, givenNameLatin, phone } = this.values();
    const body = { familyName, givenName, familyNameLatin, givenNameLatin, phone };
    const got = await this.api.call('changePerson', { path: { personId: this.person().person.id }, body });
    if (got.ok) this.saved.emit(got.value);
    else this.problem.set(this.say(troubleMessages[got.trouble.code]));
  }
}
