import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { Busy } from '@sala/web/ui';
import { SHOWN_CARD } from './parts.js';

/** Where in a lesson somebody is. */
export interface PlaceInLesson {
  courseId: string;
  lessonId: string;
  cardId?: string;
  questionId?: string;
  practiceId?: string;
  step?: string;
}

/** The very card or step that a learner has before them. */
@Component({
  selector: 'sala-shown-place',
  imports: [Busy, NgComponentOutlet],
  template: `
    @if (view.value(); as view) {
      <ng-container *ngComponentOutlet="view; inputs: inputs()" />
    } @else {
      <sala-busy />
    }
  `,
})
export class ShownPlace {
  readonly place = input.required<PlaceInLesson>();
  protected readonly inputs = computed(() => ({ place: this.place() }));
  protected readonly view = resource({ loader: inject(SHOWN_CARD) });
}
