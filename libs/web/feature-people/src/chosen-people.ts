import { Injectable, signal } from '@angular/core';

/** Whom an officer has chosen in a list, for the page that prints their cards. */
@Injectable({ providedIn: 'root' })
export class ChosenPeople {
  readonly ids = signal<readonly string[]>([]);
}
