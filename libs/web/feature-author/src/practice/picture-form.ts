import { afterNextRender, Component, ElementRef, inject, Injector, input, output, viewChild } from '@angular/core';
import type { Text } from '@sala/domain/content';
import type { Area, Screen } from '@sala/domain/practice';
import { newTarget } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { BothField } from './both-field.js';
import { removed, replaced } from './lists.js';
import { PicturePlaces } from './picture-places.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { TargetForm } from './target-form.js';

type PictureScreen = Extract<Screen, { kind: 'picture' }>;

const SIDES = ['left', 'top', 'width', 'height'] as const;
type Side = (typeof SIDES)[number];
const MOST = 12;

/** A screen that is a picture: what it shows, and its places to tap, put on it by tapping or by numbers. */
@Component({
  selector: 'sala-picture-form',
  imports: [BothField, PicturePlaces, TargetForm],
  host: { class: 'stack' },
  template: `
    <sala-both-field [label]="words.pictureWords" [text]="picture().alt" (changed)="putAlt($event)" />
    <sala-picture-places [file]="picture().file" [areas]="picture().areas" (put)="putBox($event.index, $event.box)" />
    @for (area of picture().areas; track area.target.id; let index = $index) {
      <details class="inside" [open]="area.target.id === places()?.chosen()">
        <summary [attr.data-opens]="area.target.id">{{ say(words.oneArea, { n: index + 1 }) }}: {{ area.target.label }}</summary>
        <sala-target-form [target]="area.target" (changed)="putBox(index, { target: $event })" />
        <div class="sides">
          @for (side of sides; track side) {
            <label class="field">
              <span>{{ say(sideNames[side]) }}</span>
              <input #number type="number" min="0" max="100" [value]="area[side]" (input)="putSide(index, side, number.valueAsNumber)" />
            </label>
          }
        </div>
        <button type="button" class="small-button care" (click)="put(drop(picture().areas, index))">{{ say(words.remove) }}</button>
      </details>
    }
    @if (picture().areas.length < most) {
      <button type="button" class="button" (click)="add()">{{ say(words.addArea) }}</button>
    }
  `,
})
export class PictureForm {
  private readonly desk = inject(PracticeDesk);
  private readonly injector = inject(Injector);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly most = MOST;
  protected readonly sides = SIDES;
  protected readonly sideNames = {
    left: practiceEditorMessages.fromLeft,
    top: practiceEditorMessages.fromTop,
    width: practiceEditorMessages.width,
    height: practiceEditorMessages.height,
  } as const;
  readonly picture = input.required<PictureScreen>();
  readonly changed = output<PictureScreen>();
  protected readonly drop = removed;
  protected readonly places = viewChild(PicturePlaces);
  private readonly scene = viewChild(PicturePlaces, { read: ElementRef<HTMLElement> });

  protected putAlt(alt: Text | undefined): void {
    this.changed.emit({ ...this.picture(), alt: alt ?? { km: '', en: '' } });
  }

  protected put(areas: Area[]): void {
    this.changed.emit({ ...this.picture(), areas });
  }

  protected putBox(index: number, part: Partial<Area>): void {
    const { areas } = this.picture();
    const area = areas[index];
    if (area) this.put(replaced(areas, index, { ...area, ...part }));
  }

  protected putSide(index: number, side: Side, value: number): void {
    if (Number.isFinite(value)) this.putBox(index, { [side]: Math.min(100, Math.max(0, value)) });
  }

  protected add(): void {
    const target = newTarget(this.desk.practice());
    this.put([...this.picture().areas, { target, left: 10, top: 40, width: 80, height: 12 }]);
    // The new place is put on the picture next, so the picture comes into sight.
    afterNextRender(() => this.scene()?.nativeElement.scrollIntoView({ block: 'nearest' }), { injector: this.injector });
  }
}
