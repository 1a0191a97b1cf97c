import { Component, computed, inject, input, resource } from '@angular/core';
import type { QuestionOf } from '@sala/domain/content';
import { Wording } from '@sala/web/ui';
import type { Answering } from '../answering.js';
import { messages } from '../messages.js';
import { PICTURES } from '../pictures.js';

/** The right place to tap on a picture. The places can also be chosen by their names, for those who can't see or aim. */
@Component({
  selector: 'sala-tap-picture-question',
  template: `
    <p class="small">{{ say(words.tapPlace) }}</p>
    <div class="tap-picture" [style.aspect-ratio]="question().ratio">
      @if (address.value(); as source) {
        <button type="button" class="scene" (click)="tap($event)"><img [src]="source" [alt]="say(question().scene.alt)" /></button>
      } @else {
        <p>{{ say(question().scene.alt) }}</p>
      }
      @if (place(); as spot) {
        <span class="spot" [class.right]="answering().outcome()?.correct" [style.left.%]="spot.left" [style.top.%]="spot.top"></span>
      }
      @if (answering().revealed()) {
        @for (area of question().areas; track area.id) {
          @if (area.correct) {
            <span
              class="answer-area"
              [style.left.%]="area.left"
              [style.top.%]="area.top"
              [style.width.%]="area.width"
              [style.height.%]="area.height"
            ></span>
          }
        }
      }
    </div>
    <details>
      <summary>{{ say(words.byWords) }}</summary>
      <ul class="options">
        @for (area of question().areas; track area.id) {
          <li>
            <button
              type="button"
              class="tile"
              [attr.aria-disabled]="answering().checked()"
              (click)="choose(area.left + area.width / 2, area.top + area.height / 2)"
            >
              {{ say(area.name) }}
            </button>
          </li>
        }
      </ul>
    </details>
  `,
})
export class TapPictureView {
  private readonly pictures = inject(PICTURES);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly question = input.required<QuestionOf<'tap-picture'>>();
  readonly answering = input.required<Answering>();
  protected readonly address = resource({
    params: () => this.question().scene.file,
    loader: ({ params }) => this.pictures.addressOf(params),
  });
  protected readonly place = computed(() => {
    const response = this.answering().response();
    return response?.kind === 'tap-picture' ? response : undefined;
  });

  protected tap(event: MouseEvent): void {
    // The Enter key has no place; the list of words below is for it.
    if (!(event.target instanceof Element) || event.detail === 0) return;
    const box = event.target.getBoundingClientRect();
    this.choose(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  }

  protected choose(left: number, top: number): void {
    const within = (value: number): number => Math.min(100, Math.max(0, Math.round(value * 10) / 10));
    if (!this.answering().checked()) this.answering().response.set({ kind: 'tap-picture', left: within(left), top: within(top) });
  }
}
