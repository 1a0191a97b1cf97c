import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { messages } from '../messages.js';
import { Wording } from '../words/wording.js';

/** The heading of a page or card: it takes the focus when it appears, so that a screen reader begins there, and names the browser's tab. */
@Directive({ selector: 'h1[salaHeading]', host: { tabindex: '-1' } })
export class Heading {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly title = inject(Title);
  private readonly say = inject(Wording).say;

  constructor() {
    afterNextRender(() => {
      // A card that is shown beside a form must not take the focus from it.
      if (this.host.closest('.quiet')) return;
      this.host.focus({ preventScroll: true });
      // A new card or page begins at its top, however far the one before was read.
      for (const scroller of [this.host.closest('main'), document.scrollingElement]) if (scroller) scroller.scrollTop = 0;
      const words = (this.host.textContent ?? '').replace(/[\u200b\u2060]/g, '').trim();
      this.title.setTitle(`${words} · ${this.say(messages.sala)}`);
    });
  }
}
