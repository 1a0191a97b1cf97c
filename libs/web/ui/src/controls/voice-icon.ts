import { Component, computed, input } from '@angular/core';

// Drawings that only recording needs, in the way of those of the design system.
const DRAWINGS = {
  speak: 'M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3',
  stop: 'M6 6h12v12H6z',
} as const;

/** A microphone, or the square that ends a recording; it stands beside words. */
@Component({
  selector: 'sala-voice-icon',
  template: `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
})
export class VoiceIcon {
  readonly name = input.required<keyof typeof DRAWINGS>();
  protected readonly path = computed(() => DRAWINGS[this.name()]);
}
