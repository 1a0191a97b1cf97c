import { inject, Injectable } from '@angular/core';
import { khmerWhen } from '@sala/domain/khmer';
import { Display } from '@sala/web/ui';

/** Says moments in the language of the screen. */
@Injectable({ providedIn: 'root' })
export class When {
  private readonly display = inject(Display);

  /** The moment as people say it. */
  readonly say = (moment: string): string => {
    const date = new Date(moment);
    if (this.display.language() === 'km') return khmerWhen(date, new Date());
    return date.toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  };
}
