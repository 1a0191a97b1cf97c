import { Component, input } from '@angular/core';
import { Icon, type IconName } from './icon.js';

/** How much care a notice asks for. There is no red: what is not right yet is amber and says what to do. */
export type NoticeTone = 'plain' | 'good' | 'mind' | 'care';

const ICONS: Record<NoticeTone, IconName> = { plain: 'bulb', good: 'tick', mind: 'bulb', care: 'warning' };

/** A sentence that stays until it is no longer true. */
@Component({
  selector: 'sala-notice',
  imports: [Icon],
  template: `<div class="notice" [class]="tone()">
    <sala-icon [name]="icon()" />
    <div class="rest"><ng-content /></div>
  </div>`,
})
export class Notice {
  readonly tone = input<NoticeTone>('plain');
  protected icon(): IconName {
    return ICONS[this.tone()];
  }
}
