import { Component, computed, inject, input } from '@angular/core';
import { readRich, type Text } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';

/** A text with its headings, lists, bold words and glossary words. */
@Component({
  selector: 'sala-rich',
  host: { class: 'stack tight' },
  template: `
    @for (block of blocks(); track $index) {
      @if (block.kind === 'list') {
        <ul class="bullets">
          @for (item of block.items; track $index) {
            <li>
              @for (span of item; track $index) {
                <span [class.strong]="span.bold" [class.term]="span.term">{{ span.text }}</span>
              }
            </li>
          }
        </ul>
      } @else {
        <p [class.strong]="block.kind === 'heading'">
          @for (span of block.spans; track $index) {
            <span [class.strong]="span.bold" [class.term]="span.term">{{ span.text }}</span>
          }
        </p>
      }
    }
  `,
})
export class RichText {
  private readonly say = inject(Wording).say;
  readonly text = input.required<Text>();
  protected readonly blocks = computed(() => readRich(this.say(this.text())));
}
