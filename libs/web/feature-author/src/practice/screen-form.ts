import { Component, inject, input, output } from '@angular/core';
import type { Area, Screen } from '@sala/domain/practice';
import { newTarget } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { AppForm } from './app-form.js';
import { BothField } from './both-field.js';
import { EffectsForm } from './effects-form.js';
import { removed, replaced, without } from './lists.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { TargetForm } from './target-form.js';
import { WidgetsForm } from './widgets-form.js';

const SIDES = ['left', 'top', 'width', 'height'] as const;
type Side = (typeof SIDES)[number];

/** One screen: drawn from its parts, or a picture with places to tap; what happens when it opens; and the app that it belongs to. */
@Component({
  selector: 'sala-screen-form',
  imports: [AppForm, BothField, EffectsForm, TargetForm, WidgetsForm],
  host: { class: 'stack' },
  template: `
    @if (asDrawn(); as drawn) {
      <sala-widgets-form [widgets]="drawn.widgets" (changed)="changed.emit(with(drawn, { widgets: $event }))" />
    } @else if (asPicture(); as picture) {
      <sala-both-field
        [label]="words.pictureWords"
        [text]="picture.alt"
        (changed)="changed.emit(with(picture, { alt: $event ?? { km: '', en: '' } }))"
      />
      @for (area of picture.areas; track area.target.id; let index = $index) {
        <details class="inside">
          <summary [attr.data-opens]="area.target.id">{{ say(words.area) }}: {{ area.target.label }}</summary>
          <div class="sides">
            @for (side of sides; track side) {
              <label class="field">
                <span>{{ say(sideNames[side]) }}</span>
                <input
                  #number
                  type="number"
                  min="0"
                  max="100"
                  [value]="area[side]"
                  (input)="putArea(picture.areas, index, side, number.valueAsNumber)"
                />
              </label>
            }
          </div>
          <sala-target-form
            [target]="area.target"
            (changed)="
              areas(
                replace(picture.areas, index, { left: area.left, top: area.top, width: area.width, height: area.height, target: $event })
              )
            "
          />
          <button type="button" class="small-button care" (click)="areas(drop(picture.areas, index))">{{ say(words.remove) }}</button>
        </details>
      }
      @if (picture.areas.length < 12) {
        <button type="button" class="small-button" (click)="areas(added(picture.areas))">{{ say(words.addArea) }}</button>
      }
    }
    <details>
      <summary>{{ say(words.onEnter) }}</summary>
      <sala-effects-form
        [label]="words.onEnter"
        [effects]="screen().onEnter ?? []"
        (changed)="changed.emit(with(screen(), { onEnter: $event }))"
      />
    </details>
    <label class="choice plain">
      <input #other type="checkbox" [checked]="!!screen().app" (change)="changed.emit(ofOtherApp(other.checked))" />{{
        say(words.otherApp)
      }}
    </label>
    @if (screen().app; as app) {
      <sala-app-form [app]="app" (changed)="changed.emit(with(screen(), { app: $event }))" />
    }
  `,
})
export class ScreenForm {
  private readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly sides = SIDES;
  protected readonly sideNames = {
    left: practiceEditorMessages.fromLeft,
    top: practiceEditorMessages.fromTop,
    width: practiceEditorMessages.width,
    height: practiceEditorMessages.height,
  } as const;
  readonly screen = input.required<Screen>();
  readonly changed = output<Screen>();
  protected readonly replace = replaced;
  protected readonly drop = removed;

  protected asDrawn(): Extract<Screen, { kind: 'drawn' }> | undefined {
    const screen = this.screen();
    return screen.kind === 'drawn' ? screen : undefined;
  }

  protected asPicture(): Extract<Screen, { kind: 'picture' }> | undefined {
    const screen = this.screen();
    return screen.kind === 'picture' ? screen : undefined;
  }

  protected with<T extends Screen>(screen: T, part: Partial<T>): T {
    return { ...screen, ...part };
  }

  protected ofOtherApp(on: boolean): Screen {
    return on ? { ...this.screen(), app: this.desk.practice().app } : (without(this.screen(), 'app') as Screen);
  }

  protected areas(areas: Area[]): void {
    const picture = this.asPicture();
    if (picture) this.changed.emit({ ...picture, areas });
  }

  protected putArea(areas: readonly Area[], index: number, side: Side, value: number): void {
    const area = areas[index];
    if (area && Number.isFinite(value)) this.areas(replaced(areas, index, { ...area, [side]: Math.min(100, Math.max(0, value)) }));
  }

  protected added(areas: readonly Area[]): Area[] {
    return [...areas, { target: newTarget(this.desk.practice()), left: 10, top: 40, width: 80, height: 12 }];
  }
}
