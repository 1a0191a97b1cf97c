import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlacePageReply } from '@sala/contract/dto';
import { Heading, Wording } from '@sala/web/ui';
import { messages } from './messages.js';
import { Naming } from './naming.js';

/** The head of each page of a place: what it lies in, its name, and its parts. */
@Component({
  selector: 'sala-place-head',
  imports: [Heading, RouterLink],
  host: { class: 'stack' },
  template: `
    @if (above().length > 0) {
      <nav class="crumbs" [attr.aria-label]="say(words.above)">
        @for (place of above(); track place.code) {
          <a [routerLink]="['/people/at', place.code]"
            ><span>{{ names.place(place) }}</span></a
          >
        }
      </nav>
    }
    <h1 salaHeading>{{ name() }}</h1>
    <nav class="tabs" [attr.aria-label]="say(words.partsOfPlace)">
      @for (tab of tabs; track $index) {
        <a
          [routerLink]="tab.path ? ['/people/at', page().place.code, tab.path] : ['/people/at', page().place.code]"
          [class.here]="tab.path === part()"
          [attr.aria-current]="tab.path === part() ? 'page' : undefined"
          >{{ say(tab.words) }}</a
        >
      }
    </nav>
  `,
})
export class PlaceHead {
  protected readonly say = inject(Wording).say;
  protected readonly names = inject(Naming);
  protected readonly words = messages;
  protected readonly tabs = [
    { path: '', words: messages.people },
    { path: 'groups', words: messages.groups },
    { path: 'below', words: messages.below },
    { path: 'rights', words: messages.rights },
  ];
  readonly page = input.required<PlacePageReply>();
  /** Which part is shown. */
  readonly part = input('');
  protected readonly above = computed(() => this.page().path.filter((place) => this.names.reaches(place.code)));
  protected readonly name = computed(() => this.names.placeIn({ ...this.page().place, path: [] }));
}
