import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonReply } from '@sala/contract/dto';
import { Api, troubleMessages } from '@sala/web/data-api';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { Naming } from './naming.js';
import { personMessages } from './person-messages.js';

/** Forgets a person for good: says what goes and what stays, and asks twice. */
@Component({
  selector: 'sala-forget-person',
  imports: [Heading, Icon, Notice, RouterLink],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.forget) }}</h1>
    @if (left() !== undefined) {
      <sala-notice tone="good">{{ say(words.forgotten, { n: left() ?? 0 }) }}</sala-notice>
      <a class="button primary" routerLink="/people">{{ say(words.people) }}</a>
    } @else {
      <p class="strong">{{ names.person(person().person) }}</p>
      <p>{{ say(words.forgetWhat) }}</p>
      <sala-notice tone="care">{{ say(words.forgetGoes) }}</sala-notice>
      <sala-notice>{{ say(words.forgetStays, { n: person().events }) }}</sala-notice>
      <p class="strong">{{ say(words.forgetNoBack) }}</p>
      @if (problem()) {
        <sala-notice tone="mind">{{ problem() }}</sala-notice>
      }
      <div aria-live="polite" class="stack">
        @if (asked()) {
          <p class="strong">{{ say(words.forgetSecond, { name: names.person(person().person) }) }}</p>
          <button type="button" class="button care" (click)="forget()"><sala-icon name="erase" />{{ say(words.forgetYes) }}</button>
        } @else {
          <button type="button" class="button care" (click)="asked.set(true)">{{ say(words.forgetFirst) }}</button>
        }
      </div>
      <button type="button" class="button" (click)="cancelled.emit()">{{ say(words.cancel) }}</button>
    }
  `,
})
export class ForgetPerson {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = { ...messages, ...personMessages };
  readonly person = input.required<PersonReply>();
  readonly cancelled = output();
  protected readonly asked = signal(false);
  protected readonly left = signal<number | undefined>(undefined);
  protected readonly problem = signal('');

  protected async forget(): Promise<void> {
    const got = await this.api.call('forgetPerson', { path: { personId: this.person().person.id } });
    if (got.ok) this.left.set(got.value.events);
    else this.problem.set(this.say(troubleMessages[got.trouble.code]));
  }
}
