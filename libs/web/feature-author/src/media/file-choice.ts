import { Component, inject, input, output, signal } from '@angular/core';
import { Notice, Wording, type Message } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { DraftFiles } from '../desk/draft-files.js';
import type { StoredFile } from '../desk/draft-shelf.js';
import { EditIcon, type EditIconName } from '../edit/edit-icon.js';
import { refusalOf } from './media-messages.js';

/** What may be chosen for each use, for the browser's own window of files. */
const ACCEPTED: Record<StoredFile['use'], string> = {
  picture: 'image/*',
  sound: 'audio/*,video/webm',
  video: 'video/mp4,video/webm',
  captions: '.vtt,text/vtt',
};

/** Takes a file for the draft, chosen by tap or dropped in; says in a sentence why one can't be used. */
@Component({
  selector: 'sala-file-choice',
  imports: [EditIcon, Notice],
  template: `
    <label
      class="tile drop"
      [class.over]="isOver()"
      (dragover)="over($event, true)"
      (dragleave)="over($event, false)"
      (drop)="drop($event)"
    >
      <sala-edit-icon [name]="icon()" /><span class="rest">{{ say(label()) }}</span>
      <input #box class="unseen" type="file" [accept]="accepted[use()]" [disabled]="!desk.mayEdit()" (change)="take(box.files?.[0], box)" />
    </label>
    @if (refused() ?? files.refusal(file()); as rule) {
      <sala-notice tone="mind">{{ say(refusalOf(rule)) }}</sala-notice>
    }
  `,
})
export class FileChoice {
  protected readonly desk = inject(DraftDesk);
  protected readonly files = inject(DraftFiles);
  protected readonly say = inject(Wording).say;
  protected readonly accepted = ACCEPTED;
  protected readonly refusalOf = refusalOf;
  readonly use = input.required<StoredFile['use']>();
  readonly label = input.required<Message>();
  readonly icon = input<EditIconName>('picture');
  /** The path of what was chosen before. */
  readonly file = input('');
  /** The path of the file that was taken. */
  readonly chosen = output<string>();
  /** The file itself, when it was taken. */
  readonly given = output<File>();
  protected readonly isOver = signal(false);
  protected readonly refused = signal<string | undefined>(undefined);

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected drop(event: DragEvent): void {
    this.over(event, false);
    void this.take(event.dataTransfer?.files[0]);
  }

  protected async take(file: File | undefined, box?: HTMLInputElement): Promise<void> {
    if (!file || !this.desk.mayEdit()) return;
    const taken = await this.files.add(this.use(), file);
    // The same file may be chosen again after it was mended.
    if (box) box.value = '';
    this.refused.set('refused' in taken ? taken.refused : undefined);
    if (!('path' in taken)) return;
    this.chosen.emit(taken.path);
    this.given.emit(file);
  }
}
