import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { at, idOf, isPart, isText, listAt, pathName, type Path } from '@sala/domain/editing';
import { latinDigits } from '@sala/domain/khmer';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { EditIcon } from '../edit/edit-icon.js';
import { wayTo, type FieldOf } from './field.js';
import { formMessages } from './form-messages.js';

/** One of a few words. */
@Component({
  selector: 'sala-choice-field',
  template: `
    <fieldset class="choices" [disabled]="!desk.mayEdit()">
      <legend>{{ say(field().label) }}</legend>
      @for (choice of field().choices; track choice.value) {
        <label class="choice">
          <input type="radio" [name]="name()" [checked]="value() === choice.value" (change)="choose(choice.value)" />
          <span>{{ say(choice.label) }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class ChoiceField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  readonly field = input.required<FieldOf<'choice'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly name = computed(() => pathName(this.where()));
  protected readonly value = computed(() => at(this.desk.document(), this.where()));

  protected choose(value: string): void {
    this.desk.edit({ do: 'put', path: this.where(), value });
  }
}

/** Yes or no; of answers of which only one can be right, the others become wrong. */
@Component({
  selector: 'sala-yes-field',
  template: `
    <label class="choice plain">
      <input #box type="checkbox" [checked]="value()" [disabled]="!desk.mayEdit()" (change)="put(box)" />
      <span>{{ say(field().label) }}</span>
    </label>
  `,
})
export class YesField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  readonly field = input.required<FieldOf<'yes' | 'right'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly value = computed(() => at(this.desk.document(), this.where()) === true);

  protected put(box: HTMLInputElement): void {
    const field = this.field();
    if (field.as === 'yes' || !field.isOnlyOne) return this.desk.edit({ do: 'put', path: this.where(), value: box.checked });
    // One answer is always the right one: it is chosen, not taken away.
    box.checked = true;
    const list = this.path().slice(0, -1);
    const chosen = this.path().at(-1);
    const value = listAt(this.desk.document(), list).map((one) => (isPart(one) ? { ...one, [field.key]: idOf(one) === chosen } : one));
    this.desk.edit({ do: 'put', path: list, value });
  }
}

/** A number, in the digits of either script. */
@Component({
  selector: 'sala-number-field',
  template: `
    <label class="field short">
      <span>{{ say(field().label) }}{{ field().isShare ? ' %' : '' }}</span>
      <input #box type="text" inputmode="decimal" [value]="shown()" [disabled]="!desk.mayEdit()" (change)="put(box)" />
    </label>
  `,
})
export class NumberField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  readonly field = input.required<FieldOf<'number'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly shown = computed(() => {
    const value = at(this.desk.document(), this.where());
    return typeof value === 'number' ? String(this.field().isShare ? Math.round(value * 100) : value) : '';
  });

  protected put(box: HTMLInputElement): void {
    const { least, most, step, isShare } = this.field();
    const typed = Number(latinDigits(box.value).replace(',', '.').trim() || 'x');
    const value = isShare ? typed / 100 : step === undefined ? Math.round(typed) : typed;
    if (!Number.isNaN(value)) this.desk.edit({ do: 'put', path: this.where(), value: Math.min(most, Math.max(least, value)) });
    box.value = this.shown();
  }
}

/** A short word of one language. */
@Component({
  selector: 'sala-line-field',
  template: `
    <label class="field">
      <span>{{ say(field().label) }}</span>
      <input #box type="text" lang="en" maxlength="60" [value]="value()" [disabled]="!desk.mayEdit()" (input)="write(box.value)" />
    </label>
  `,
})
export class LineField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  readonly field = input.required<FieldOf<'line'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly value = computed(() => {
    const found = at(this.desk.document(), this.where());
    return typeof found === 'string' ? found : '';
  });

  protected write(value: string): void {
    this.desk.edit({ do: 'put', path: this.where(), value }, pathName(this.where()));
  }
}

/** A list of words of one language each. */
@Component({
  selector: 'sala-lines-field',
  imports: [EditIcon],
  template: `
    <div class="members" role="group" [attr.aria-label]="say(field().label)">
      <p class="strong">{{ say(field().label) }}</p>
      @for (word of all(); track $index) {
        <div class="row middle">
          <label class="field rest"
            ><span class="small">{{ say(words.oneThing, { n: $index + 1 }) }}</span>
            <input #box type="text" maxlength="80" [value]="word" [disabled]="!desk.mayEdit()" (input)="write($index, box.value)" />
          </label>
          <button
            type="button"
            class="round"
            [disabled]="all().length <= field().least || !desk.mayEdit()"
            [attr.aria-label]="say(words.remove)"
            (click)="remove($index)"
          >
            <sala-edit-icon name="remove" />
          </button>
        </div>
      }
      @if (all().length < field().most) {
        <button type="button" class="tile small-tile" [disabled]="!desk.mayEdit()" (click)="write(all().length, '')">
          <sala-edit-icon name="plus" />{{ say(field().add) }}
        </button>
      }
    </div>
  `,
})
export class LinesField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly field = input.required<FieldOf<'lines'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly all = computed(() => listAt(this.desk.document(), this.where()).map(String));

  protected write(index: number, word: string): void {
    const value = index < this.all().length ? this.all().with(index, word) : [...this.all(), word];
    this.desk.edit({ do: 'put', path: this.where(), value }, `${pathName(this.where())} ${index}`);
  }

  protected remove(index: number): void {
    this.desk.edit({ do: 'put', path: this.where(), value: this.all().toSpliced(index, 1) });
  }
}

/** A part of a list by its id and what it is called. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** One of the groups of the question, or one of the practices of the course. */
@Component({
  selector: 'sala-part-field',
  imports: [EditIcon, RouterLink],
  template: `
    <label class="field">
      <span>{{ say(field().label) }}</span>
      <select #box [disabled]="!desk.mayEdit()" (change)="choose(box.value)">
        @if (!isKnown()) {
          <option value="" selected>{{ say(words.noPractice) }}</option>
        }
        @for (one of parts(); track one.id) {
          <option [value]="one.id" [selected]="value() === one.id">{{ one.name }}</option>
        }
      </select>
    </label>
    @if (field().as === 'practice' && isKnown()) {
      <a class="tile small-tile way-in" [routerLink]="['/courses', desk.courseId(), 'practices', value()]">
        <sala-edit-icon name="phone" />{{ say(words.openPractice) }}
      </a>
    }
  `,
})
export class PartField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly field = input.required<FieldOf<'group' | 'practice'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly value = computed(() => at(this.desk.document(), this.where()));
  protected readonly isKnown = computed(() => this.parts().some(({ id }) => id === this.value()));
  protected readonly parts = computed((): Named[] => {
    const isPractice = this.field().as === 'practice';
    const list: Path = isPractice ? ['practices'] : [...this.path().slice(0, -2), 'groups'];
    return listAt(this.desk.document(), list).map((one, index) => ({ id: idOf(one) ?? '', name: this.nameOf(one, isPractice, index) }));
  });

  protected choose(value: string): void {
    if (value) this.desk.edit({ do: 'put', path: this.where(), value });
  }

  private nameOf(one: unknown, isPractice: boolean, index: number): string {
    const text = isPart(one) ? one[isPractice ? 'title' : 'text'] : undefined;
    const name = isText(text) ? this.say(text) : '';
    return name || this.say(isPractice ? formMessages.oneThing : formMessages.oneGroup, { n: index + 1 });
  }
}

/** Some of the practices or lessons of the course. */
@Component({
  selector: 'sala-some-field',
  template: `
    <fieldset class="choices" [disabled]="!desk.mayEdit()">
      <legend>{{ say(field().label) }}</legend>
      @for (one of parts(); track one.id) {
        <label class="choice">
          <input type="checkbox" [checked]="chosen().includes(one.id)" (change)="toggle(one.id)" /><span>{{ one.name }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class SomeField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  readonly field = input.required<FieldOf<'practices' | 'lessons'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly chosen = computed(() => listAt(this.desk.document(), this.where()).map(String));
  protected readonly parts = computed((): Named[] =>
    listAt(this.desk.document(), [this.field().as]).map((one, index) => {
      const title = isPart(one) ? one['title'] : undefined;
      const name = isText(title) ? this.say(title) : '';
      return { id: idOf(one) ?? '', name: name || this.say(formMessages.oneThing, { n: index + 1 }) };
    }),
  );

  protected toggle(id: string): void {
    const chosen = this.chosen();
    const value = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    this.desk.edit({ do: 'put', path: this.where(), value });
  }
}
