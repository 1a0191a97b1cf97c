import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { at, idOf, isPart, listAt, NO_FILE, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { DraftFiles } from '../desk/draft-files.js';
import type { FieldOf } from '../forms/field.js';
import { formMessages } from '../forms/form-messages.js';

interface Area {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** The picture of a question with its places: a tap puts the chosen place there. The numbers below do the same by keys. */
@Component({
  selector: 'sala-areas-field',
  template: `
    @if (address.value(); as source) {
      <p class="small">{{ say(words.areasHint) }}</p>
      <div class="row wrap">
        @for (area of areas(); track area.id) {
          <button type="button" class="tile small-tile" [attr.aria-pressed]="area.id === chosen()" (click)="chosen.set(area.id)">
            {{ say(words.oneArea, { n: $index + 1 }) }}
          </button>
        }
      </div>
      <button type="button" class="area-scene" [attr.aria-label]="say(words.scene)" (click)="put($event)">
        <img [src]="source" alt="" (load)="measure($event)" />
        @for (area of areas(); track area.id) {
          <span
            class="area"
            [class.here]="area.id === chosen()"
            [style.left.%]="area.left"
            [style.top.%]="area.top"
            [style.width.%]="area.width"
            [style.height.%]="area.height"
            >{{ say(words.number, { n: $index + 1 }) }}</span
          >
        }
      </button>
    }
  `,
})
export class AreasField {
  private readonly desk = inject(DraftDesk);
  private readonly files = inject(DraftFiles);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly field = input.required<FieldOf<'areas'>>();
  readonly path = input.required<Path>();
  protected readonly areas = computed((): Area[] =>
    listAt(this.desk.document(), [...this.path(), 'areas']).map((one) => {
      const number = (key: string): number => (isPart(one) && typeof one[key] === 'number' ? one[key] : 0);
      return { id: idOf(one) ?? '', left: number('left'), top: number('top'), width: number('width'), height: number('height') };
    }),
  );
  protected readonly chosen = linkedSignal(() => this.areas()[0]?.id);
  private readonly file = computed(() => {
    const file = at(this.desk.document(), [...this.path(), 'scene', 'file']);
    return typeof file === 'string' && file !== NO_FILE ? file : undefined;
  });
  protected readonly address = resource({ params: () => this.file(), loader: ({ params }) => this.files.addressOf(params) });

  /** The drawing's width over its height goes with the question, so that its room is there before the picture is. */
  protected measure({ target }: Event): void {
    if (!(target instanceof HTMLImageElement) || target.naturalHeight === 0) return;
    const ratio = Math.min(2.5, Math.max(0.4, Math.round((target.naturalWidth / target.naturalHeight) * 100) / 100));
    if (at(this.desk.document(), [...this.path(), 'ratio']) !== ratio)
      this.desk.edit({ do: 'put', path: [...this.path(), 'ratio'], value: ratio });
  }

  /** Puts the middle of the chosen place where the picture was tapped. */
  protected put(event: MouseEvent): void {
    const area = this.areas().find(({ id }) => id === this.chosen());
    // The Enter key has no place; the numbers below are for it.
    if (!area || event.detail === 0 || !(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const path: Path = [...this.path(), 'areas', area.id];
    const left = within(((event.clientX - box.left) / box.width) * 100 - area.width / 2, 100 - area.width);
    const top = within(((event.clientY - box.top) / box.height) * 100 - area.height / 2, 100 - area.height);
    const before = at(this.desk.document(), path);
    if (isPart(before)) this.desk.edit({ do: 'put', path, value: { ...before, left, top } });
  }
}
