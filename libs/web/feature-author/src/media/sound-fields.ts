import { Component, computed, inject, input, signal } from '@angular/core';
import { at, isPart, listAt, type Path } from '@sala/domain/editing';
import { Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { EditIcon } from '../edit/edit-icon.js';
import { wayTo, type FieldOf } from '../forms/field.js';
import { formMessages } from '../forms/form-messages.js';
import { clipSeconds } from './clip-length.js';
import { FileChoice } from './file-choice.js';
import { mediaMessages } from './media-messages.js';

/** A sound that belongs to a question, an answer or a word. */
@Component({
  selector: 'sala-sound-field',
  imports: [EditIcon, FileChoice],
  template: `
    @if (!file() && !isAsked()) {
      <button type="button" class="link" [disabled]="!desk.mayEdit()" (click)="isAsked.set(true)">
        <sala-edit-icon name="plus" />{{ say(forms.putIn, { what: field().label }) }}
      </button>
    } @else {
      <sala-file-choice use="sound" icon="microphone" [label]="words.chooseSound" [file]="file()" (chosen)="put($event)" />
      @if (file()) {
        <p class="small">{{ say(words.chosen) }}</p>
        <button type="button" class="link" [disabled]="!desk.mayEdit()" (click)="put(undefined)">
          <sala-edit-icon name="remove" />{{ say(forms.leaveOut) }}
        </button>
      }
    }
  `,
})
export class SoundField {
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = mediaMessages;
  protected readonly forms = formMessages;
  readonly field = input.required<FieldOf<'sound'>>();
  readonly path = input.required<Path>();
  /** Whether the author wants a sound where none is needed. */
  protected readonly isAsked = signal(false);
  private readonly where = computed(() => wayTo(this.path(), this.field().key));
  protected readonly file = computed(() => {
    const file = at(this.desk.document(), this.where());
    return typeof file === 'string' ? file : '';
  });

  protected put(value: string | undefined): void {
    this.desk.edit({ do: 'put', path: this.where(), value });
  }
}

const QUALITIES = ['360p', '240p', 'audio'] as const;
/** The most seconds that a clip may last. */
const LONGEST = 180;
const BLANK = /\/none\./;

/** The clip of a video card in its qualities, and its captions. */
@Component({
  selector: 'sala-clip-field',
  imports: [FileChoice, Notice],
  template: `
    <div class="members" role="group" [attr.aria-label]="say(field().label)">
      @for (quality of qualities; track quality) {
        <p class="strong">
          {{ quality === 'audio' ? say(words.onlySound) : say(words.clipQuality, { quality }) }}
          <span class="pill" [class.wait]="!fileOf(quality)">{{ say(fileOf(quality) ? words.chosen : words.notChosen) }}</span>
        </p>
        <sala-file-choice
          [use]="quality === 'audio' ? 'sound' : 'video'"
          icon="video"
          [label]="quality === 'audio' ? words.chooseSound : words.chooseClip"
          [file]="fileOf(quality)"
          (chosen)="putClip(quality, $event)"
          (given)="measure(quality, $event)"
        />
      }
      @if (isTooLong()) {
        <sala-notice tone="mind">{{ say(words.clipTooLong) }}</sala-notice>
      }
      @for (language of languages; track language) {
        <p class="strong">
          {{ say(language === 'km' ? words.captionsKm : words.captionsEn) }}
          <span class="pill" [class.wait]="!captions(language)">{{ say(captions(language) ? words.chosen : words.notChosen) }}</span>
        </p>
        <sala-file-choice
          use="captions"
          icon="text"
          [label]="language === 'km' ? words.captionsKm : words.captionsEn"
          [file]="captions(language)"
          (chosen)="putCaptions(language, $event)"
        />
      }
    </div>
  `,
})
export class ClipField {
  private readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = mediaMessages;
  protected readonly qualities = QUALITIES;
  protected readonly languages = ['km', 'en'] as const;
  readonly field = input.required<FieldOf<'clip'>>();
  readonly path = input.required<Path>();
  private readonly clips = computed(() => listAt(this.desk.document(), [...this.path(), 'variants']).filter(isPart));

  protected readonly isTooLong = signal(false);

  protected fileOf(quality: string): string {
    const file = this.clips().find((one) => one['quality'] === quality)?.['file'];
    return typeof file === 'string' && !BLANK.test(file) ? file : '';
  }

  protected captions(language: 'km' | 'en'): string {
    const file = at(this.desk.document(), [...this.path(), 'captions', language]);
    return typeof file === 'string' && !BLANK.test(file) ? file : '';
  }

  protected putClip(quality: string, file: string): void {
    const others = this.clips().filter((one) => one['quality'] !== quality && !BLANK.test(String(one['file'])));
    this.desk.edit({ do: 'put', path: [...this.path(), 'variants'], value: [...others, { quality, file }] });
  }

  /** The clip's length is read from its file, so that nobody has to count. */
  protected async measure(quality: string, file: File): Promise<void> {
    const seconds = quality === 'audio' ? undefined : await clipSeconds(file);
    if (seconds === undefined) return;
    this.isTooLong.set(seconds > LONGEST);
    if (seconds <= LONGEST) this.desk.edit({ do: 'put', path: [...this.path(), 'seconds'], value: seconds });
  }

  protected putCaptions(language: 'km' | 'en', value: string): void {
    this.desk.edit({ do: 'put', path: [...this.path(), 'captions', language], value });
  }
}
