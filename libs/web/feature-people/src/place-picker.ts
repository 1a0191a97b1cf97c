import { Component, inject, input, output, resource, signal } from '@angular/core';
import type { PlaceReply, PlaceWithPath } from '@sala/contract/dto';
import { Api } from '@sala/web/data-api';
import { Icon, Notice, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { Naming } from './naming.js';

/** Chooses a place: by its name or code, or by going down from the officer's own place tap by tap. */
@Component({
  selector: 'sala-place-picker',
  imports: [Icon, Notice],
  host: { class: 'stack' },
  template: `
    <form class="search-row" role="search" (submit)="find($event, field.value)">
      <label class="field">
        <span>{{ say(words.findPlace) }}</span>
        <input #field type="search" autocomplete="off" (input)="sought.set('')" />
      </label>
      <button type="submit" class="button"><sala-icon name="search" />{{ say(words.search) }}</button>
    </form>
    <div aria-live="polite">
      @if (found.value(); as places) {
        <ul class="rows">
          @for (place of places; track place.code) {
            <li>
              <button type="button" class="line" (click)="chosen.emit(place)">
                <span class="rest">{{ names.placeIn(place) }}</span>
                <span class="small">{{ place.code }}</span>
              </button>
            </li>
          } @empty {
            <li>
              <sala-notice>{{ say(words.noPlaceFound) }}</sala-notice>
            </li>
          }
        </ul>
      }
    </div>
    @if (browse() && !found.value()) {
      @if (at(); as place) {
        <div class="pair">
          <button type="button" class="button" [class.primary]="place.code.length >= 6" (click)="chosen.emit(place)">
            <sala-icon name="tick" />{{
              say(words.chooseThis, {
                place: names.placeIn({ code: place.code, khmer: place.khmer, latin: place.latin, unit: place.unit, path: [] }),
              })
            }}
          </button>
          @if (trail().length > 1) {
            <button type="button" class="button" (click)="up()">
              <sala-icon name="back" />{{ say(words.goUp, { place: names.placeIn(trail()[trail().length - 2] ?? place) }) }}
            </button>
          }
        </div>
        @if ((children.value() ?? []).length > 0) {
          <p class="small">{{ say(words.orBelow) }}</p>
        }
      }
      <ul class="rows columns">
        @for (place of children.value(); track place.code) {
          <li>
            <button type="button" class="line" (click)="down(place)">
              <span class="rest">{{
                names.placeIn({ code: place.code, khmer: place.khmer, latin: place.latin, unit: place.unit, path: [] })
              }}</span>
              <sala-icon name="next" />
            </button>
          </li>
        }
      </ul>
    }
  `,
})
export class PlacePicker {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  /** Whether places are offered to go down by taps; else only the search. */
  readonly browse = input(true);
  readonly chosen = output<PlaceWithPath>();
  protected readonly sought = signal('');
  /** The places gone down through, the officer's own first. */
  protected readonly trail = signal<readonly PlaceWithPath[]>([]);
  protected readonly at = (): PlaceWithPath | undefined => this.trail().at(-1);
  protected readonly found = resource({
    params: () => this.sought() || undefined,
    loader: async ({ params }) => {
      const got = await this.api.call('findPlaces', { query: { search: params } });
      return got.ok ? got.value.filter((place) => this.names.reaches(place.code)) : [];
    },
  });
  protected readonly children = resource({
    params: () => this.at()?.code,
    loader: async ({ params }) => {
      const got = await this.api.call('places', { query: { parent: params } });
      return got.ok ? got.value : [];
    },
  });

  constructor() {
    void this.begin();
  }

  protected find(event: Event, words: string): void {
    event.preventDefault();
    this.sought.set(words.trim());
  }

  protected down(place: PlaceReply): void {
    const path = this.trail().filter((one) => one.code !== 'KH');
    this.trail.update((trail) => [...trail, { ...place, path }]);
  }

  protected up(): void {
    this.trail.update((trail) => trail.slice(0, -1));
  }

  private async begin(): Promise<void> {
    const home = this.names.home();
    const got = await this.api.call('findPlaces', { query: { search: home } });
    const place = got.ok ? got.value.find((one) => one.code === home) : undefined;
    this.trail.set([place ?? { code: home, khmer: this.say(messages.nation), latin: this.say(messages.nation), unit: '', path: [] }]);
  }
}
