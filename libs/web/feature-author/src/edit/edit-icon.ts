import { Component, computed, input } from '@angular/core';

// Drawn for the editor alone, so that no learner loads them: one 24×24 line drawing each.
const DRAWINGS = {
  undo: 'M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 5l5 5-5 5M20 10H10a6 6 0 0 0 0 12h3',
  plus: 'M12 5v14M5 12h14',
  up: 'M12 19V6M6 11l6-6 6 6',
  down: 'M12 5v13M6 13l6 6 6-6',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9.500v.1',
  microphone: 'M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4',
  play: 'M8 5l11 7-11 7z',
  stop: 'M7 7h10v10H7z',
  phone: 'M7 3h10v18H7zM11 18h2',
  text: 'M5 6h14M5 11h14M5 16h9',
  steps: 'M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11',
  video: 'M3 6h13v12H3zM16 10l5-3v10l-5-3',
  story: 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5',
  list: 'M4 6l1.5 1.5L8 5M4 12l1.5 1.500L8 11M4 18l1.5 1.500L8 17M11 6.500h9M11 12.500h9M11 18.500h9',
  word: 'M5 19L10 5h1l5 14M7 14h7M18 8v.1M18 12v7',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.500v.1',
  work: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
  ask: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.400a2.7 2.7 0 1 1 4 2.400c-.9.5-1.4 1-1.4 2M12 17v.1',
  bulb: 'M9 17c0-2-3-3.500-3-7a6 6 0 0 1 12 0c0 3.500-3 5-3 7zM9.500 20.500h5',
} as const;

/** The name of a drawing of the editor. */
export type EditIconName = keyof typeof DRAWINGS;

/** A line drawing of the editor, beside words. */
@Component({
  selector: 'sala-edit-icon',
  host: { class: 'edit-icon' },
  template: `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
})
export class EditIcon {
  readonly name = input.required<EditIconName>();
  protected readonly path = computed(() => DRAWINGS[this.name()]);
}
