import { Component, inject, input, signal } from '@angular/core';
import { VISIT_DEEDS, VISIT_NEXT, VISIT_WAYS } from '@sala/domain/mentoring';
import { Wording } from '@sala/web/ui';
import { DeedFrame } from './deed-frame.js';
import { deedMessages } from './deed-messages.js';
import { PersonOfPage } from './person-of-page.js';

type Did = (typeof VISIT_DEEDS)[number];
type Next = (typeof VISIT_NEXT)[number];

/** A visit, noted by a few taps. */
@Component({
  selector: 'sala-visit-page',
  imports: [DeedFrame],
  providers: [PersonOfPage],
  template: `
    <sala-deed-frame [title]="say(words.visitTitle, { name: of.name() })">
      <fieldset class="stack">
        <legend class="strong">{{ say(words.way) }}</legend>
        @for (one of ways; track one) {
          <label class="choice">
            <input type="radio" name="way" [checked]="way() === one" (change)="way.set(one)" />
            <span class="rest">{{ say(words[one]) }}</span>
          </label>
        }
      </fieldset>
      @if (way() !== 'not-reached') {
        <fieldset class="stack">
          <legend class="strong">{{ say(words.did) }}</legend>
          @for (one of deeds; track one) {
            <label class="choice">
              <input type="checkbox" [checked]="did().includes(one)" (change)="toggle(one)" />
              <span class="rest">{{ say(words[one]) }}</span>
            </label>
          }
        </fieldset>
      }
      <fieldset class="stack">
        <legend class="strong">{{ say(words.next) }}</legend>
        @for (one of nexts; track one) {
          <label class="choice">
            <input type="radio" name="next" [checked]="next() === one" (change)="next.set(one)" />
            <span class="rest">{{ say(one === 'call' ? words.callNext : words[one]) }}</span>
          </label>
        }
      </fieldset>
      <label class="field">
        <span>{{ say(words.moreWords) }}</span>
        <textarea #box rows="2" maxlength="500" [value]="text()" (input)="text.set(box.value)"></textarea>
      </label>
      <div action class="actions">
        <button type="button" class="button primary" [attr.aria-disabled]="of.busy()" (click)="save()">{{ say(words.save) }}</button>
      </div>
    </sala-deed-frame>
  `,
})
export class VisitPage {
  protected readonly of = inject(PersonOfPage);
  protected readonly say = inject(Wording).say;
  protected readonly words = deedMessages;
  protected readonly ways = VISIT_WAYS;
  protected readonly deeds = VISIT_DEEDS;
  protected readonly nexts = VISIT_NEXT;
  readonly personId = input.required<string>();
  protected readonly way = signal<(typeof VISIT_WAYS)[number]>('met');
  protected readonly did = signal<readonly Did[]>([]);
  protected readonly next = signal<Next>('nothing');
  protected readonly text = signal('');

  constructor() {
    this.of.begin(this.personId);
  }

  protected toggle(one: Did): void {
    this.did.update((all) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]));
  }

  protected save(): Promise<void> {
    const [way, words] = [this.way(), this.text().trim()];
    const did = way === 'not-reached' ? [] : [...this.did()];
    return this.of.do('visit.noted', { way, did, next: this.next(), ...(words === '' ? {} : { words }) });
  }
}
