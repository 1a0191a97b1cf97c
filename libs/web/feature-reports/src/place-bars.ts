import { Component, computed, inject, input } from '@angular/core';
import { Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** A place in the chart: how many people, and how many of them have begun and completed. */
export interface BarOfPlace {
  readonly name: string;
  readonly people: number;
  readonly began: number;
  readonly completed: number;
}

const share = (part: number, of: number): number => (of === 0 ? 0 : (part / of) * 100);

/** A bar for each place, as wide as a hundred percent of its people; the sentence above says what the chart shows, the table below has its numbers. */
@Component({
  selector: 'sala-place-bars',
  host: { class: 'stack tight' },
  template: `
    @if (sentence(); as words) {
      <p>{{ words }}</p>
    }
    <p class="legend small">
      <span class="key-completed">{{ say(words.legendCompleted) }}</span>
      <span class="key-began">{{ say(words.legendBegan) }}</span>
      <span class="key-not">{{ say(words.legendNot) }}</span>
    </p>
    <div class="bars" role="img" [attr.aria-label]="sentence() || say(words.byPlace)">
      @for (bar of drawn(); track $index) {
        <span class="bar-name" aria-hidden="true">{{ bar.name }}</span>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect class="bar-not" width="100" height="10" />
          <rect class="bar-began" [attr.width]="bar.began" height="10" />
          <rect class="bar-completed" [attr.width]="bar.completed" height="10" />
        </svg>
        <span class="small" aria-hidden="true">{{ say(words.number, { n: bar.people }) }}</span>
      }
    </div>
  `,
})
export class PlaceBars {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly bars = input.required<readonly BarOfPlace[]>();
  protected readonly drawn = computed(() =>
    this.bars()
      .filter((bar) => bar.people > 0)
      .map(({ name, people, began, completed }) => ({ name, people, began: share(began, people), completed: share(completed, people) })),
  );
  protected readonly sentence = computed(() => {
    const ordered = [...this.drawn()].sort((a, b) => b.completed - a.completed);
    const [best, least] = [ordered[0], ordered.at(-1)];
    if (!best || !least || ordered.length < 2) return '';
    return this.say(messages.chartSays, {
      places: ordered.length,
      best: best.name,
      bestShare: Math.round(best.completed),
      least: least.name,
      leastShare: Math.round(least.completed),
    });
  });
}
