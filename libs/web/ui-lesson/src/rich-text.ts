import { NgComponentOutlet, NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { readRich, type Span, type Text } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';
import { viewOf } from './rare-views.js';

/** A text with its headings, lists and bold words; a glossary word says what it means when it is tapped. */
@Component({
  selector: 'sala-rich',
  imports: [NgComponentOutlet, NgTemplateOutlet],
  host: { class: 'stack tight' },
  template: `
    <ng-template #run let-spans>
      @for (span of spans; track $index) {
        @if (span.term) {
          <button type="button" class="term" (click)="asked.set(span)">{{ span.text }}</button>
        } @else {
          <span [class.strong]="span.bold">{{ span.text }}</span>
        }
      }
    </ng-template>
    @for (block of blocks(); track $index) {
      @if (block.kind === 'list') {
        <ul class="bullets">
          @for (item of block.items; track $index) {
            <li><ng-container [ngTemplateOutlet]="run" [ngTemplateOutletContext]="{ $implicit: item }" /></li>
          }
        </ul>
      } @else {
        <p [class.strong]="block.kind === 'heading'">
          <ng-container [ngTemplateOutlet]="run" [ngTemplateOutletContext]="{ $implicit: block.spans }" />
        </p>
      }
    }
    @if (asked(); as span) {
      @if (sheet.value(); as view) {
        <ng-container *ngComponentOutlet="view; inputs: { term: span.term, shown: span.text, closed: close }" />
      }
    }
  `,
})
export class RichText {
  private readonly say = inject(Wording).say;
  readonly text = input.required<Text>();
  protected readonly blocks = computed(() => readRich(this.say(this.text())));
  /** The glossary word that was tapped. */
  protected readonly asked = signal<Span | undefined>(undefined);
  protected readonly sheet = viewOf(() => this.asked() && 'TermSheet');
  protected readonly close = (): void => this.asked.set(undefined);
}
