import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../controls/icon.js';
import { messages } from '../messages.js';
import { Wording } from '../words/wording.js';

/** The frame of every page: krama, the way back at the top left, help at the top right, and the action at the bottom. */
@Component({
  selector: 'sala-page',
  imports: [RouterLink, Icon],
  host: { class: 'page' },
  template: `
    <div class="krama"></div>
    <header class="top">
      @if (back(); as link) {
        <a class="top-button" [routerLink]="link"><sala-icon name="back" />{{ say(words.back) }}</a>
      } @else if (ownBack()) {
        <button type="button" class="top-button" (click)="backPressed.emit()"><sala-icon name="back" />{{ say(words.back) }}</button>
      }
      <ng-content select="[top]" />
      <span class="top-spring"></span>
      @if (help(); as topic) {
        <a class="top-button" routerLink="/help" [queryParams]="{ about: topic }"><sala-icon name="help" />{{ say(words.help) }}</a>
      }
      <ng-content select="[under-top]" />
    </header>
    <main class="content"><ng-content /></main>
    <footer class="foot"><ng-content select="[foot]" /></footer>
  `,
})
export class Page {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  /** Where back leads. */
  readonly back = input<string>();
  /** Back stays on the page and is reported by `backPressed`. */
  readonly ownBack = input(false);
  /** What the help page should begin with; empty for pages that need none. */
  readonly help = input('general');
  readonly backPressed = output();
}
