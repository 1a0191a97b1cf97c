import { DestroyRef, inject, Injectable } from '@angular/core';

/** What goes on without anybody touching the phone: a clip, a voice, a recording. */
@Injectable({ providedIn: 'root' })
export class UnderWay {
  private readonly works = new Set<() => boolean>();

  /** Asks whether a work goes on, for as long as the component or service that is being made lives. */
  watch(goesOn: () => boolean): void {
    this.works.add(goesOn);
    inject(DestroyRef).onDestroy(() => this.works.delete(goesOn));
  }

  /** Whether anything goes on. */
  any(): boolean {
    return [...this.works].some((goesOn) => goesOn());
  }
}
