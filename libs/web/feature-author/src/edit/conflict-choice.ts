import { Component, computed, inject, linkedSignal } from '@angular/core';
import { at, isPart, isText, type Clash, type Side } from '@sala/domain/editing';
import { Wording, type Message } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { editMessages } from './edit-messages.js';

/** The words of both sides at one place. */
interface Compared {
  readonly mine: string;
  readonly theirs: string;
}

/** Both texts side by side, card by card, when two people changed the same words: mine, theirs, or both. */
@Component({
  selector: 'sala-conflict-choice',
  host: { class: 'stack' },
  template: `
    <h2>{{ say(words.bothChanged) }}</h2>
    <p>{{ say(words.bothWhat) }}</p>
    @for (dispute of disputes(); track $index; let place = $index) {
      <fieldset class="card dispute">
        <legend>{{ dispute.name }}</legend>
        @for (one of dispute.compared; track $index) {
          <div class="compared">
            <div>
              <p class="small">{{ say(words.mine) }}</p>
              <p>{{ one.mine }}</p>
            </div>
            <div>
              <p class="small">{{ say(words.theirs) }}</p>
              <p>{{ one.theirs }}</p>
            </div>
          </div>
        }
        <div class="row wrap">
          @for (side of dispute.sides; track side) {
            <label class="choice">
              <input type="radio" [name]="'side' + place" [checked]="sides()[place] === side" (change)="choose(place, side)" />
              <span>{{ say(names[side]) }}</span>
            </label>
          }
        </div>
      </fieldset>
    }
    <button type="button" class="button primary" (click)="desk.settle(sides())">{{ say(words.goOn) }}</button>
  `,
})
export class ConflictChoice {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly names: Record<Side, Message> = { mine: editMessages.mine, theirs: editMessages.theirs, both: editMessages.keepBoth };
  private readonly asked = computed(() => this.desk.conflict()?.disputes ?? []);
  /** Keeping both loses nothing, so it is what stands there first. */
  protected readonly sides = linkedSignal((): readonly Side[] => this.asked().map(({ canKeepBoth }) => (canKeepBoth ? 'both' : 'mine')));
  protected readonly disputes = computed(() =>
    this.asked().map(({ path, clashes, canKeepBoth }) => ({
      name: this.nameOf(at(this.desk.document(), path)),
      compared: clashes.map((clash) => this.compared(clash)),
      sides: (canKeepBoth ? ['mine', 'theirs', 'both'] : ['mine', 'theirs']) as Side[],
    })),
  );

  protected choose(place: number, side: Side): void {
    this.sides.update((sides) => sides.with(place, side));
  }

  private nameOf(part: unknown): string {
    const title = isPart(part) ? part['title'] : part;
    return isText(title) && (title.km || title.en) ? this.say(title) : this.say(editMessages.course);
  }

  private compared({ mine, theirs }: Clash): Compared {
    return { mine: this.wordsOf(mine), theirs: this.wordsOf(theirs) };
  }

  /** All words of a value, for people to compare. */
  private wordsOf(value: unknown): string {
    if (value === undefined) return this.say(editMessages.tookAway);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (isText(value)) return this.say(value);
    if (typeof value !== 'object' || value === null) return '';
    return Object.entries(value)
      .filter(([key]) => key !== 'id' && key !== 'kind' && key !== 'file')
      .map(([, one]) => this.wordsOf(one))
      .filter(Boolean)
      .join('\n');
  }
}
