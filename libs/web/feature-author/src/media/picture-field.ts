import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { at, isPart, NO_FILE, type Path } from '@sala/domain/editing';
import { Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { DraftFiles } from '../desk/draft-files.js';
import { EditIcon } from '../edit/edit-icon.js';
import { BothLanguages } from '../forms/both-languages.js';
import { wayTo, type FieldOf } from '../forms/field.js';
import { formMessages } from '../forms/form-messages.js';
import { FileChoice } from './file-choice.js';
import { mediaMessages } from './media-messages.js';

/** A picture with words that say the same. */
@Component({
  selector: 'sala-picture-field',
  imports: [BothLanguages, EditIcon, FileChoice],
  template: `
    @if (field().isOptional && !file() && !isAsked()) {
      <button type="button" class="link" [disabled]="!desk.mayEdit()" (click)="isAsked.set(true)">
        <sala-edit-icon name="plus" />{{ say(forms.putIn, { what: field().label }) }}
      </button>
    } @else {
      <div class="members" role="group" [attr.aria-label]="say(field().label)">
        <p class="strong">{{ say(field().label) }}</p>
        @if (address.value(); as source) {
          <img class="thumb" [src]="source" alt="" />
        }
        <sala-file-choice
          use="picture"
          [label]="file() ? words.otherPicture : words.dropPicture"
          [file]="file()"
          (chosen)="choose($event)"
        />
        @if (file()) {
          <sala-both-languages [where]="altAt()" [label]="say(words.alt)" [hint]="say(words.altHint)" />
          @if (field().isOptional) {
            <button type="button" class="link" [disabled]="!desk.mayEdit()" (click)="leaveOut()">
              <sala-edit-icon name="remove" />{{ say(forms.leaveOut) }}
            </button>
          }
        }
      </div>
    }
  `,
})
export class PictureField {
  private readonly files = inject(DraftFiles);
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = mediaMessages;
  protected readonly forms = formMessages;
  readonly field = input.required<FieldOf<'picture'>>();
  readonly path = input.required<Path>();
  /** Whether the author wants a picture where none is needed. */
  protected readonly isAsked = signal(false);
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly altAt = computed((): Path => [...this.where(), 'alt']);
  private readonly picture = computed(() => at(this.desk.document(), this.where()));
  protected readonly file = computed(() => {
    const picture = this.picture();
    const file = isPart(picture) && typeof picture['file'] === 'string' ? picture['file'] : '';
    return file === NO_FILE ? '' : file;
  });
  protected readonly address = resource({
    params: () => this.file() || undefined,
    loader: ({ params }) => this.files.addressOf(params),
  });

  protected choose(file: string): void {
    const picture = this.picture();
    // Another picture shows something else: its words are asked for anew.
    const alt = isPart(picture) && picture['file'] === file ? picture['alt'] : { km: '', en: '' };
    this.desk.edit({ do: 'put', path: this.where(), value: { file, alt } });
  }

  protected leaveOut(): void {
    this.desk.edit({ do: 'put', path: this.where(), value: undefined });
  }
}
