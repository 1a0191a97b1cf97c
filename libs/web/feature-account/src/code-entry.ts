import { Component, computed, inject, input, model } from '@angular/core';
import { NumberPad, Wording, type Message } from '@sala/web/ui';

/** The digits of a card or one-time code in groups of four, as they are printed, and a pad. */
@Component({
  selector: 'sala-code-entry',
  imports: [NumberPad],
  host: { class: 'grow stack' },
  template: `
    <div class="digits" role="img" [attr.aria-label]="said()">
      @for (group of groups(); track $index) {
        <span>
          @for (place of group; track place) {
            <i [class.here]="place === code().length">{{ code()[place] ?? ' ' }}</i>
          }
        </span>
      }
    </div>
    <p class="unseen" role="status">{{ said() }}</p>
    <sala-number-pad (digitPressed)="add($event)" (erased)="code.set(code().slice(0, -1))" />
  `,
})
export class CodeEntry {
  private readonly say = inject(Wording).say;
  readonly code = model.required<string>();
  readonly digits = input.required<number>();
  /** How many digits are there, as a sentence with `{count}`. */
  readonly counted = input.required<Message & { km: `${string}{count}${string}` }>();
  protected readonly said = computed(() =>
    this.say<{ km: '{count}'; en: string }>(this.counted() as { km: '{count}'; en: string }, { count: this.code().length }),
  );
  protected readonly groups = computed(() =>
    Array.from({ length: Math.ceil(this.digits() / 4) }, (_, group) => Array.from({ length: 4 }, (__, place) => group * 4 + place)),
  );

  protected add(digit: string): void {
    if (this.code().length < this.digits()) this.code.set(this.code() + digit);
  }
}
