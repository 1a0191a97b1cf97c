import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { at, blankWord, isPart, type Path } from '@sala/domain/editing';
import { Heading, Icon, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { freshId } from '../desk/ids.js';
import { WORD_FORM } from '../forms/card-forms.js';
import { FormFields } from '../forms/form-fields.js';
import { formMessages } from '../forms/form-messages.js';
import { EditIcon } from './edit-icon.js';
import { editMessages } from './edit-messages.js';

/** The words of the course that say what they mean when they are tapped. */
@Component({
  selector: 'sala-words-edit-page',
  imports: [EditIcon, FormFields, Heading, Icon, RouterLink],
  host: { class: 'stack' },
  template: `
    <div class="row middle wrap">
      <h1 class="rest" salaHeading>{{ say(words.wordList) }}</h1>
      <a class="tile small-tile" [routerLink]="['/courses', desk.courseId()]"><sala-icon name="back" />{{ say(words.course) }}</a>
    </div>
    <p>{{ say(words.wordsWhat) }}</p>
    @for (id of ids(); track id) {
      <section class="card member">
        <sala-form-fields [fields]="form" [path]="pathOf(id)" />
        <button type="button" class="tile small-tile" [disabled]="!desk.mayEdit()" (click)="remove(id)">
          <sala-edit-icon name="remove" />{{ say(forms.remove) }}
        </button>
      </section>
    } @empty {
      <p>{{ say(words.noWords) }}</p>
    }
    <button type="button" class="button" [disabled]="!desk.mayEdit()" (click)="add()">
      <sala-edit-icon name="plus" />{{ say(words.addWord) }}
    </button>
  `,
})
export class WordsEditPage {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly forms = formMessages;
  protected readonly form = WORD_FORM;
  protected readonly ids = computed(() => {
    const glossary = at(this.desk.document(), ['glossary']);
    return isPart(glossary) ? Object.keys(glossary) : [];
  });

  protected pathOf(id: string): Path {
    return ['glossary', id];
  }

  protected add(): void {
    this.desk.edit({ do: 'put', path: this.pathOf(freshId('word')), value: blankWord() });
  }

  protected remove(id: string): void {
    this.desk.edit({ do: 'remove', path: this.pathOf(id) });
  }
}
