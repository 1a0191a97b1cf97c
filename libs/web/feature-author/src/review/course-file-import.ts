import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { FileCalls, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Notice, Wording } from '@sala/web/ui';
import { reviewMessages } from './review-messages.js';

/** Takes a course file as a draft, and opens it. */
@Component({
  selector: 'sala-course-file-import',
  imports: [Notice],
  host: { class: 'stack tight' },
  template: `
    <label class="button file-button">
      {{ say(busy() ? words.importing : words.importFile) }}
      <input #field type="file" class="unseen" accept=".zip,application/zip" [disabled]="busy()" (change)="take(field)" />
    </label>
    <div aria-live="assertive">
      @if (trouble(); as code) {
        <sala-notice tone="mind">{{ code === 'file-refused' ? say(words.importRefused) : say(troubles[code]) }}</sala-notice>
      }
    </div>
  `,
})
export class CourseFileImport {
  private readonly files = inject(FileCalls);
  private readonly router = inject(Router);
  protected readonly say = inject(Wording).say;
  protected readonly words = reviewMessages;
  protected readonly troubles = troubleMessages;
  protected readonly busy = signal(false);
  protected readonly trouble = signal<TroubleCode | undefined>(undefined);

  protected async take(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    // The same file may be chosen again after it was mended.
    field.value = '';
    if (!file || this.busy()) return;
    this.busy.set(true);
    const taken = await this.files.send('importCourse', {}, file);
    this.busy.set(false);
    this.trouble.set(taken.ok ? undefined : taken.trouble.code);
    if (taken.ok) await this.router.navigateByUrl(`/courses/${taken.value.courseId}`);
  }
}
