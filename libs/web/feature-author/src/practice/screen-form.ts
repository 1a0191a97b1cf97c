import { Component, inject, input, output } from '@angular/core';
import type { Screen } from '@sala/domain/practice';
import { Wording } from '@sala/web/ui';
import { AppForm } from './app-form.js';
import { EffectsForm } from './effects-form.js';
import { without } from './lists.js';
import { PictureForm } from './picture-form.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { WidgetsForm } from './widgets-form.js';

/** One screen: drawn from its parts, or a picture with places to tap; what happens when it opens; and the app that it belongs to. */
@Component({
  selector: 'sala-screen-form',
  imports: [AppForm, EffectsForm, PictureForm, WidgetsForm],
  host: { class: 'stack' },
  template: `
    @if (asDrawn(); as drawn) {
      <sala-widgets-form [widgets]="drawn.widgets" (changed)="changed.emit(with(drawn, { widgets: $event }))" />
    } @else if (asPicture(); as picture) {
      <sala-picture-form [picture]="picture" (changed)="changed.emit(with(picture, $event))" />
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
  readonly screen = input.required<Screen>();
  readonly changed = output<Screen>();

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
}
