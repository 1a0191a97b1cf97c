import { Component, inject, input, output } from '@angular/core';
import type { Practice } from '@sala/domain/practice';
import { Wording } from '@sala/web/ui';
import { practiceEditorMessages } from './practice-messages.js';

type App = Practice['app'];

/** The app that is imitated, and when somebody last compared it with the real one. */
@Component({
  selector: 'sala-app-form',
  host: { class: 'sides' },
  template: `
    <label class="field">
      <span>{{ say(words.app) }}</span>
      <input #name type="text" autocomplete="off" [value]="app().name" (input)="put({ name: name.value })" />
    </label>
    <label class="field">
      <span>{{ say(words.appVersion) }}</span>
      <input #version type="text" autocomplete="off" [value]="app().version" (input)="put({ version: version.value })" />
    </label>
    <label class="field">
      <span>{{ say(words.platform) }}</span>
      <input #platform type="text" autocomplete="off" [value]="app().platform" (input)="put({ platform: platform.value })" />
    </label>
    <label class="field">
      <span>{{ say(words.checkedOn) }}</span>
      <input #day type="date" [value]="app().checkedOn" (change)="put({ checkedOn: day.value })" />
    </label>
  `,
})
export class AppForm {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly app = input.required<App>();
  readonly changed = output<App>();

  protected put(part: Partial<App>): void {
    this.changed.emit({ ...this.app(), ...part });
  }
}
