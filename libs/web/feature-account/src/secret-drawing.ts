import { Component, input } from '@angular/core';
import type { SecretPicture } from './picture-code.js';

/** A picture of the picture code; its name is said by what it stands in. */
@Component({
  selector: 'sala-secret-drawing',
  host: { class: 'drawing' },
  template: `<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    @for (shape of picture().shapes; track $index) {
      <path
        [attr.d]="shape.d"
        [attr.fill]="shape.fill ?? 'none'"
        [attr.stroke]="shape.stroke"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    }
  </svg>`,
})
export class SecretDrawing {
  readonly picture = input.required<SecretPicture>();
}
