import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { CardOf } from '@sala/domain/content';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { messages } from '../messages.js';
import { PICTURES } from '../pictures.js';

type Quality = CardOf<'video'>['variants'][number]['quality'];

/** A short clip with captions; one chooses how much data it may cost, down to sound only, and its words are there to read. */
@Component({
  selector: 'sala-video-card',
  imports: [Heading, Notice],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(card().title) }}</h1>
    @if (clip.value(); as source) {
      @if (quality() === 'audio') {
        <audio controls [src]="source" [attr.aria-label]="say(card().title)"></audio>
      } @else {
        <video #player controls playsinline preload="metadata" [src]="source" [attr.aria-label]="say(card().title)">
          @if (captions.value(); as track) {
            <track default kind="captions" srclang="km" [src]="track" />
          }
        </video>
      }
    } @else if (!clip.isLoading()) {
      <sala-notice tone="mind">{{ say(words.notHere) }}</sala-notice>
    }
    <fieldset class="groups">
      <legend class="small">{{ say(words.quality) }}</legend>
      @for (variant of card().variants; track variant.quality) {
        <label class="choice">
          <input type="radio" name="quality" [checked]="quality() === variant.quality" (change)="chosen.set(variant.quality)" />
          <span>{{ variant.quality === 'audio' ? say(words.soundOnly) : variant.quality }}</span>
        </label>
      }
    </fieldset>
    <details>
      <summary>{{ say(words.transcript) }}</summary>
      <p>{{ say(card().transcript) }}</p>
    </details>
  `,
})
export class VideoCard {
  private readonly files = inject(PICTURES);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly card = input.required<CardOf<'video'>>();
  protected readonly chosen = signal<Quality | undefined>(undefined);
  protected readonly quality = computed(() => this.chosen() ?? this.card().variants[0]?.quality);
  private readonly file = computed(() => this.card().variants.find((variant) => variant.quality === this.quality())?.file);
  protected readonly clip = resource({ params: () => this.file(), loader: ({ params }) => this.files.addressOf(params) });
  protected readonly captions = resource({ params: () => this.card().captions.km, loader: ({ params }) => this.files.addressOf(params) });
}
