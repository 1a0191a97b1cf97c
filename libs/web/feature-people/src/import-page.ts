import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HEADINGS } from '@sala/domain/people';
import { troubleMessages } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { FaultyRowCard } from './faulty-row.js';
import { ImportDraft } from './import-draft.js';
import { importMessages, listMessages } from './import-messages.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';

const ROWS_SHOWN = 30;

/** Brings a list of people in: choose it, mend what is wrong, agree. */
@Component({
  selector: 'sala-import-page',
  imports: [Busy, FaultyRowCard, Heading, Icon, Notice, RouterLink],
  host: { class: 'stack' },
  providers: [ImportDraft],
  templateUrl: './import-page.html',
})
export class ImportPage {
  protected readonly draft = inject(ImportDraft);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = { ...messages, ...importMessages };
  protected readonly lists = listMessages;
  protected readonly troubles = troubleMessages;
  protected readonly shown = computed(() => (this.draft.reply()?.faulty ?? []).slice(0, ROWS_SHOWN));
  protected readonly template = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${Object.values(HEADINGS).join(',')}\r\n`)}`;

  protected async open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const { readFile } = await import('./late-sheets.js');
    await this.draft.take(await readFile(file));
    // The same file, saved anew, can be chosen again.
    input.value = '';
  }

  protected async paste(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const { readText } = await import('./late-sheets.js');
    await this.draft.take(readText(text));
  }

  protected leaveAllOut(): Promise<void> {
    return this.draft.leaveOut((this.draft.reply()?.faulty ?? []).map((row) => row.line));
  }
}
