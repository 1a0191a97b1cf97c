import { Component, computed, input } from '@angular/core';

// One 24×24 line drawing each, drawn for Sala: a path can be cached, coloured and scaled by the stylesheet.
const DRAWINGS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  next: 'M9 5l7 7-7 7',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.4a2.7 2.7 0 1 1 4 2.4c-.9.5-1.4 1-1.4 2M12 17v.1',
  home: 'M3 11l9-7 9 7M6 10v10h12V10M10 20v-5h4v5',
  book: 'M4 5.5c2.8-1 5.5-.8 8 1 2.5-1.8 5.2-2 8-1V19c-2.8-1-5.5-.8-8 1-2.5-1.8-5.2-2-8-1zM12 6.500V20',
  progress: 'M4 20h16M7 20v-6M12 20V9M17 20V4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.500L20 20',
  settings: 'M4 7h9M17 7h3M15 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 17h3M11 17h9M9 19.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.500a3.5 3.5 0 0 1 0 6.500M17.5 14.500c2 .8 3.5 2.8 3.5 5.5',
  add: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M18 8v6M15 11h6',
  card: 'M3 6h18v12H3zM7 10h4v4H7zM14 10h4M14 14h4',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h3v3H8zM13 13h3v3h-3zM13 8h3M8 13v3',
  lock: 'M6 11h12v9H6zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11M12 15v2',
  erase: 'M9 6h11v12H9l-6-6zM12 9.500l5 5M17 9.500l-5 5',
  tick: 'M4 13l5 5L20 6',
  again: 'M19 12a7 7 0 1 1-2-5M19 3v4.500h-4.5',
  bulb: 'M9 17c0-2-3-3.5-3-7a6 6 0 0 1 12 0c0 3.5-3 5-3 7zM9.5 20.500h5',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  cloudless: 'M4 4l16 16M8 8.300A5 5 0 0 0 7 18h10M10.5 6.300A5 5 0 0 1 17 11a3.6 3.6 0 0 1 2.8 5.5',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  listen: 'M4 9v6h4l5 4V5L8 9zM16.5 8.500a5 5 0 0 1 0 7',
  pause: 'M8 5v14M16 5v14',
  enlarge: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.500L20 20M10.5 8v5M8 10.500h5',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS;

/** A line drawing that stands beside words; it says nothing to a screen reader because the words do. */
@Component({
  selector: 'sala-icon',
  template: `<svg class="icon" [class.large]="large()" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path [attr.d]="path()" />
  </svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly large = input(false);
  protected readonly path = computed(() => DRAWINGS[this.name()]);
}
