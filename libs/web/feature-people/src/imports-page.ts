import { Component, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UndoImportReply } from '@sala/contract/dto';
import { Api, troubleMessages, type TroubleCode } from '@sala/web/data-api';
import { Heading, Icon, Notice, Wording } from '@sala/web/ui';
import { Answered } from './answered.js';
import { importMessages } from './import-messages.js';
import { messages } from './messages.js';
import { Naming } from './naming.js';

/** The lists that were brought in, each of which can be taken back as a whole. */
@Component({
  selector: 'sala-imports-page',
  imports: [Answered, Heading, Icon, Notice, RouterLink],
  host: { class: 'stack' },
  template: `
    <h1 salaHeading>{{ say(words.earlier) }}</h1>
    <div aria-live="polite" class="stack">
      @if (undone(); as reply) {
        <sala-notice tone="good">{{ say(words.undone, { removed: reply.removed }) }}</sala-notice>
        @if (reply.kept.length > 0) {
          <sala-notice>{{ say(words.keptThose, { n: reply.kept.length, names: keptNames(reply) }) }}</sala-notice>
        }
      }
      @if (refused(); as code) {
        <sala-notice tone="mind">{{ say(troubles[code]) }}</sala-notice>
      }
    </div>
    <ng-container *salaAnswered="imports; let answer">
      @for (one of answer; track one.id) {
        <section class="card">
          <h2>{{ say(words.importLine, { n: one.people, place: names.place(one.place) }) }}</h2>
          <p class="small">
            {{ one.by ? say(words.importBy, { day: names.day(one.at, true), name: names.person(one.by) }) : names.day(one.at, true) }}
          </p>
          @if (one.undoneAt) {
            <p class="small">{{ say(words.wasUndone, { day: names.day(one.undoneAt), n: one.kept ?? 0 }) }}</p>
          } @else if (planned() === one.id) {
            <p>{{ say(words.undoSure, { n: one.people }) }}</p>
            <div class="pair">
              <button type="button" class="button care" (click)="undo(one.id)">{{ say(words.undo) }}</button>
              <button type="button" class="button" (click)="planned.set(undefined)">{{ say(words.cancel) }}</button>
            </div>
          } @else {
            <div class="pair">
              <a class="button" routerLink="/people/cards" [queryParams]="{ imported: one.id }"
                ><sala-icon name="print" />{{ say(words.printTheirs) }}</a
              >
              <button type="button" class="button" (click)="planned.set(one.id)"><sala-icon name="again" />{{ say(words.undo) }}</button>
            </div>
          }
        </section>
      } @empty {
        <sala-notice>{{ say(words.noImports) }}</sala-notice>
      }
    </ng-container>
    <a class="button primary" routerLink="/people/import"><sala-icon name="download" />{{ say(words.importList) }}</a>
  `,
})
export class ImportsPage {
  private readonly api = inject(Api);
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = { ...messages, ...importMessages };
  protected readonly troubles = troubleMessages;
  protected readonly imports = resource({ loader: () => this.api.call('imports', {}) });
  protected readonly planned = signal<string | undefined>(undefined);
  protected readonly undone = signal<UndoImportReply | undefined>(undefined);
  protected readonly refused = signal<TroubleCode | undefined>(undefined);

  protected keptNames({ kept }: UndoImportReply): string {
    return kept.map((one) => this.names.person(one)).join(', ');
  }

  protected async undo(importId: string): Promise<void> {
    const got = await this.api.call('undoImport', { path: { importId } });
    this.refused.set(got.ok ? undefined : got.trouble.code);
    this.undone.set(got.ok ? got.value : undefined);
    this.planned.set(undefined);
    this.imports.reload();
  }
}
