import { Component, input, output } from '@angular/core';
import { Icon, type IconName } from '@sala/web/ui';

/** A button that lets a person choose a file of the phone. */
@Component({
  selector: 'sala-file-button',
  imports: [Icon],
  template: `
    <button type="button" [class]="look()" (click)="chooser.click()"><sala-icon [name]="icon()" /><ng-content /></button>
    <input #chooser type="file" hidden [accept]="accept()" (change)="chosen(chooser)" />
  `,
})
export class FileButton {
  readonly look = input('tile');
  readonly icon = input<IconName>('download');
  readonly accept = input('');
  readonly file = output<File>();

  protected chosen(chooser: HTMLInputElement): void {
    const [file] = chooser.files ?? [];
    // The same file may be chosen again.
    chooser.value = '';
    if (file) this.file.emit(file);
  }
}
