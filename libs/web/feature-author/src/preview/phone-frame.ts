import { Component, computed, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { Card } from '@sala/domain/content';
import { uiMessages, Wording } from '@sala/web/ui';
import { PhoneScreen } from './phone-screen.js';
import { PreviewDisplay } from './preview-deeds.js';
import { previewMessages } from './preview-messages.js';

const STYLES = ['preview.css', 'practice.css'];
/** The letters of a phone are 125 % of what its owner set; twice as large for those who need it. */
const BASE = { normal: '125%', large: '250%' };

/**
 * A phone of 360×640 beside the form, with the very card views of the learner app. It is a page of its own inside the studio's, so that sizes, letters and
 * breakpoints are a phone's and not the desk's.
 */
@Component({
  selector: 'sala-phone-frame',
  imports: [PhoneScreen],
  providers: [PreviewDisplay],
  host: { class: 'phone-beside' },
  template: `
    <div class="row wrap phone-ways" role="group" [attr.aria-label]="say(words.asShown)">
      <button type="button" class="tile small-tile" [attr.aria-pressed]="display.language() === 'km'" (click)="display.language.set('km')">
        {{ say(ui.khmer) }}
      </button>
      <button type="button" class="tile small-tile" [attr.aria-pressed]="display.language() === 'en'" (click)="display.language.set('en')">
        {{ say(ui.english) }}
      </button>
      <button type="button" class="tile small-tile" [attr.aria-pressed]="isLarge()" (click)="isLarge.set(!isLarge())">
        {{ say(words.large) }}
      </button>
    </div>
    <div class="phone-case">
      <iframe #frame class="phone-glass" srcdoc="<!doctype html>" [title]="say(words.phone)" (load)="fill()"></iframe>
    </div>
    <div #screen hidden><sala-phone-screen [card]="card()" (next)="next.emit()" /></div>
  `,
})
export class PhoneFrame {
  protected readonly display = inject(PreviewDisplay);
  protected readonly say = inject(Wording).say;
  protected readonly words = previewMessages;
  protected readonly ui = uiMessages;
  readonly card = input.required<Card>();
  /** The learner goes on to the next card. */
  readonly next = output();
  protected readonly isLarge = signal(false);
  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');
  private readonly screen = viewChild.required<ElementRef<HTMLElement>>('screen');
  private readonly root = signal<HTMLElement | undefined>(undefined);
  private readonly base = computed(() => (this.isLarge() ? BASE.large : BASE.normal));

  constructor() {
    effect(() => {
      const root = this.root();
      if (!root) return;
      root.lang = this.display.language();
      root.style.setProperty('--base', this.base());
    });
  }

  /** The phone's page is there: the card moves into it, and the learner's styles with it. */
  protected fill(): void {
    const page = this.frame().nativeElement.contentDocument;
    if (!page) return;
    for (const name of STYLES) {
      const link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL(name, document.baseURI).href;
      page.head.append(link);
    }
    page.documentElement.dataset['theme'] = 'light';
    page.title = this.say(previewMessages.phone);
    const screen = this.screen().nativeElement;
    screen.hidden = false;
    page.body.append(screen);
    this.root.set(page.documentElement);
  }
}
