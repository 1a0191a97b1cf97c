import { Component, computed, inject, input } from '@angular/core';
import { at, isPart, pathName, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { EditIcon } from '../edit/edit-icon.js';
import { wayTo, type FieldOf } from './field.js';
import { formMessages } from './form-messages.js';

/** Where a fact was read, and when somebody last looked. */
@Component({
  selector: 'sala-source-field',
  imports: [EditIcon],
  template: `
    @if (source(); as source) {
      <div class="row wrap">
        <label class="field rest">
          <span>{{ say(words.sourceName) }}</span>
          <input #name type="text" maxlength="200" [value]="source.name" [disabled]="!desk.mayEdit()" (input)="put('name', name.value)" />
        </label>
        <label class="field">
          <span>{{ say(words.checkedOn) }}</span>
          <input #day type="date" [value]="source.checkedOn" [disabled]="!desk.mayEdit()" (change)="put('checkedOn', day.value)" />
        </label>
      </div>
    } @else if (field().hint; as hint) {
      <p class="small">{{ say(hint) }}</p>
    }
    <button type="button" class="link" [disabled]="!desk.mayEdit()" (click)="toggle()">
      <sala-edit-icon [name]="source() ? 'remove' : 'plus'" />{{
        source() ? say(words.leaveOut) : say(words.putIn, { what: field().label })
      }}
    </button>
  `,
})
export class SourceField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = formMessages;
  readonly field = input.required<FieldOf<'source'>>();
  readonly path = input.required<Path>();
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly source = computed(() => {
    const found = at(this.desk.document(), this.where());
    return isPart(found) ? { name: String(found['name'] ?? ''), checkedOn: String(found['checkedOn'] ?? '') } : undefined;
  });

  protected put(key: 'name' | 'checkedOn', value: string): void {
    const path = [...this.where(), key];
    this.desk.edit({ do: 'put', path, value }, pathName(path));
  }

  protected toggle(): void {
    const today = new Date().toISOString().slice(0, 10);
    this.desk.edit({ do: 'put', path: this.where(), value: this.source() ? undefined : { name: '', checkedOn: today } });
  }
}
