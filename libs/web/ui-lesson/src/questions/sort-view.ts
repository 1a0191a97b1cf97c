import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';
import { mixed } from './mix.js';

/** Things to sort into groups: each has the groups as buttons under it. */
@Component({
  selector: 'sala-sort-question',
  template: `
    <p class="small">{{ say(words.chooseGroup) }}</p>
    @for (item of items(); track item.id) {
      <fieldset class="sorting" [disabled]="answering().checked()" [class.right]="isRight(item)" [class.not-yet]="isWrong(item)">
        <legend>{{ say(item.text) }}</legend>
        <div class="groups">
          @for (group of question().groups; track group.id) {
            <label class="choice">
              <input
                type="radio"
                [name]="question().id + item.id"
                [checked]="sorted()[item.id] === group.id"
                (change)="put(item.id, group.id)"
              /><span>{{ say(group.text) }}</span>
            </label>
          }
        </div>
      </fieldset>
    }
  `,
})
export class SortView {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<QuestionOf<'sort'>>();
  readonly answering = input.required<Answering>();
  protected readonly items = computed(() => mixed(this.question().items, this.question().id));
  protected readonly sorted = linkedSignal((): Readonly<Record<string, string>> => {
    const response = this.answering().response();
    return response?.kind === 'sort' ? response.sorted : {};
  });

  protected isRight(item: { id: string; group: string }): boolean {
    return this.answering().checked() && this.sorted()[item.id] === item.group;
  }

  protected isWrong(item: { id: string; group: string }): boolean {
    return this.answering().checked() && this.sorted()[item.id] !== item.group;
  }

  protected put(item: string, group: string): void {
    const sorted = { ...this.sorted(), [item]: group };
    const isWhole = Object.keys(sorted).length === this.question().items.length;
    if (isWhole) this.answering().response.set({ kind: 'sort', sorted });
    this.sorted.set(sorted);
  }
}
