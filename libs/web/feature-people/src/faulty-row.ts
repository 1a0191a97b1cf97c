import { Component, computed, inject, input, output } from '@angular/core';
import type { FaultOfRow, FaultyRow } from '@sala/contract/dto';
import type { PersonRow } from '@sala/domain/people';
import { Wording } from '@sala/web/ui';
import { faultMessages, importMessages, twiceInList } from './import-messages.js';
import { Naming } from './naming.js';
import { personMessages } from './person-messages.js';

type Field = Exclude<keyof PersonRow, 'line'>;

const LABELS = {
  family: personMessages.family,
  given: personMessages.given,
  familyLatin: personMessages.familyLatin,
  givenLatin: personMessages.givenLatin,
  place: importMessages.placeWords,
  role: personMessages.roleField,
  phone: personMessages.phone,
} as const;

/** A row that can't come in as it is: what is wrong, in words, and the fields to mend. */
@Component({
  selector: 'sala-faulty-row',
  host: { class: 'card' },
  template: `
    <h2>{{ say(words.row, { line: row().line }) }}</h2>
    @if (row().family || row().given) {
      <p>{{ row().family }} {{ row().given }}</p>
    }
    @for (fault of faulty().faults; track $index) {
      <p class="fault" [id]="'fault-' + row().line + '-' + $index">{{ sentence(fault) }}</p>
    }
    @if (places().length > 0) {
      <div class="pair" role="group" [attr.aria-label]="say(words.choosePlace)">
        @for (place of places(); track place.code) {
          <button type="button" class="tile" (click)="mended.emit({ field: 'place', value: place.code })">
            {{ names.placeIn(place) }}
          </button>
        }
      </div>
    }
    <div class="grid">
      @for (field of fields(); track field) {
        <label class="field">
          <span>{{ say(labels[field]) }}</span>
          <input
            #box
            type="text"
            autocomplete="off"
            maxlength="300"
            [value]="row()[field]"
            (input)="mended.emit({ field: field, value: box.value })"
            [attr.aria-describedby]="'fault-' + row().line + '-' + faultOf(field)"
          />
        </label>
      }
    </div>
    @if (isLike()) {
      <label class="choice">
        <input type="checkbox" [checked]="anyway()" (change)="otherPerson.emit()" />{{ say(words.isSomebodyElse) }}
      </label>
    }
    <button type="button" class="button slim" (click)="leftOut.emit()">{{ say(words.leaveOut) }}</button>
  `,
})
export class FaultyRowCard {
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = importMessages;
  protected readonly labels = LABELS;
  readonly row = input.required<PersonRow>();
  readonly faulty = input.required<FaultyRow>();
  readonly anyway = input(false);
  readonly mended = output<{ field: Field; value: string }>();
  readonly otherPerson = output();
  readonly leftOut = output();
  protected readonly isLike = computed(() => this.faulty().faults.some(({ code }) => code === 'twice-in-list' || code === 'already-there'));
  protected readonly places = computed(() => this.faulty().faults.flatMap((fault) => fault.places ?? []));
  protected readonly fields = computed(() => {
    const wrong = new Set(this.faulty().faults.map((fault) => fault.field));
    return (Object.keys(LABELS) as Field[]).filter((field) => wrong.has(field));
  });

  /** Which of the faults is about a field. */
  protected faultOf(field: Field): number {
    return this.faulty().faults.findIndex((fault) => fault.field === field);
  }

  protected sentence({ code, line }: FaultOfRow): string {
    return code === 'twice-in-list' ? this.say(twiceInList, { line: line ?? 0 }) : this.say(faultMessages[code]);
  }
}
