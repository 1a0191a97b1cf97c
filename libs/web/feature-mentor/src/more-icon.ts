import { Component, computed, input } from '@angular/core';

// Drawings that only mentors meet, in the way of those of the design system.
const DRAWINGS = {
  call: 'M6 3h4l2 5-2.500 1.500a12 12 0 0 0 5 5L16 12l5 2v4a2 2 0 0 1-2 2C11 20 4 13 4 5a2 2 0 0 1 2-2z',
  message: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5',
  note: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M14 3v5h5',
} as const;

/** A line drawing that stands beside words. */
@Component({
  selector: 'sala-more-icon',
  host: { '[style.display]': '"inline-flex"' },
  template: `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
})
export class MoreIcon {
  readonly name = input.required<keyof typeof DRAWINGS>();
  protected readonly path = computed(() => DRAWINGS[this.name()]);
}
