import { Component, computed, inject, input } from '@angular/core';
import { at } from '@sala/domain/editing';
import type { Practice } from '@sala/domain/practice';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { PICTURES } from '@sala/web/ui-lesson';
import { DraftDesk } from '../desk/draft-desk.js';
import { DraftFiles } from '../desk/draft-files.js';
import { DraftPictures } from './draft-pictures.js';
import { PICTURE_INTAKE } from './picture-intake.js';
import { PracticeEditor } from './practice-editor.js';
import { practiceEditorMessages } from './practice-messages.js';

/** A practice of a draft in its editor: every edit is an edit of the course, with undo and saving like any other. */
@Component({
  selector: 'sala-practice-page',
  imports: [Heading, Notice, PracticeEditor],
  providers: [
    { provide: PICTURES, useExisting: DraftFiles },
    { provide: PICTURE_INTAKE, useClass: DraftPictures },
  ],
  host: { class: 'stack' },
  template: `
    @if (practice(); as shown) {
      <h1 salaHeading>{{ say(shown.title) || say(words.unnamed) }}</h1>
      <sala-practice-editor [attr.inert]="desk.mayEdit() ? null : ''" [practice]="shown" (changed)="put($event)" />
    } @else {
      <sala-notice tone="mind">{{ say(words.noPractice) }}</sala-notice>
    }
  `,
})
export class PracticePage {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly practiceId = input.required<string>();
  /** As it stands in the draft; what a file from elsewhere left out is filled in as empty. */
  protected readonly practice = computed((): Practice | undefined => {
    const found = at(this.desk.document(), ['practices', this.practiceId()]);
    return found === undefined ? undefined : { ...EMPTY, ...(found as Practice) };
  });

  protected put(practice: Practice): void {
    this.desk.edit({ do: 'put', path: ['practices', practice.id], value: practice }, `practice ${practice.id}`);
  }
}

const EMPTY = { variables: {}, screens: {}, overlays: [], happenings: {}, tasks: [] };
