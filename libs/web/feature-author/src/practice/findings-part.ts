import { Component, inject, input, output } from '@angular/core';
import type { PlaceInPractice } from '@sala/domain/practice/editing';
import { screenName } from '@sala/domain/practice/editing';
import { Notice, Wording } from '@sala/web/ui';
import { PracticeDesk } from './practice-desk.js';
import { faultMessages, practiceEditorMessages } from './practice-messages.js';

/** What is to be mended in a practice, and where. */
export interface ToMend {
  fault: keyof typeof faultMessages;
  place: PlaceInPractice;
}

/** What the checker found, each with the way to it. */
@Component({
  selector: 'sala-findings-part',
  imports: [Notice],
  host: { class: 'stack tight' },
  template: `
    @for (finding of findings(); track $index) {
      <div class="finding">
        <p class="rest">
          <span class="strong">{{ nameOf(finding.place) }}</span> {{ say(faults[finding.fault]) }}
        </p>
        <button
          type="button"
          class="small-button"
          [attr.aria-label]="say(words.goTo) + ': ' + nameOf(finding.place)"
          (click)="gone.emit(finding.place)"
        >
          {{ say(words.goTo) }}
        </button>
      </div>
    } @empty {
      <sala-notice tone="good">{{ say(words.noTraps) }}</sala-notice>
    }
  `,
})
export class FindingsPart {
  private readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly faults = faultMessages;
  readonly findings = input.required<readonly ToMend[]>();
  readonly gone = output<PlaceInPractice>();

  protected nameOf({ part, id, target }: PlaceInPractice): string {
    if (target !== undefined) return this.desk.labelOf(target);
    const { tasks, overlays, title } = this.desk.practice();
    const screen = this.desk.screens().findIndex((one) => one.id === id);
    if (part === 'screen') return this.say(this.words.numbered, { n: screen + 1, name: this.desk.screens()[screen]?.name ?? '' });
    if (part === 'overlay') return screenName({ kind: 'drawn', widgets: overlays.find((one) => one.id === id)?.widgets ?? [] });
    const task = tasks.findIndex((one) => one.id === id);
    return part === 'task' ? this.say(this.words.numbered, { n: task + 1, name: tasks[task]?.say ?? '' }) : this.say(title);
  }
}
