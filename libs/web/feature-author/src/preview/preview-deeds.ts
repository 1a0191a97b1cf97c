import { computed, inject, Injectable, signal } from '@angular/core';
import type { GlossaryEntry } from '@sala/domain/content';
import { at, isPart, isText } from '@sala/domain/editing';
import type { Recorded } from '@sala/domain/practice';
import type { Display, DisplayLanguage, TextSize, Theme } from '@sala/web/ui';
import type { LessonDeeds, Recordings } from '@sala/web/ui-lesson';
import { DraftDesk } from '../desk/draft-desk.js';

/** How the phone beside the form shows a card: its language is chosen there and changes nothing in the studio. */
@Injectable()
export class PreviewDisplay implements Pick<Display, 'language' | 'text' | 'theme'> {
  readonly language = signal<DisplayLanguage>('km');
  readonly text = signal<TextSize>('normal');
  readonly theme = signal<Theme>('light');
}

/** What cards do on the phone beside the form: it works as on a learner's, and nothing of it is kept. */
@Injectable()
export class PreviewDeeds implements LessonDeeds, Recordings {
  private readonly desk = inject(DraftDesk);
  private readonly ticks = signal<readonly string[]>([]);
  private readonly glossary = computed(() => at(this.desk.document(), ['glossary']));
  readonly rehearsing = signal(false);

  practice(id: string): Promise<unknown> {
    return Promise.resolve(at(this.desk.document(), ['practices', id]));
  }

  journal(): Promise<readonly Recorded[]> {
    return Promise.resolve([]);
  }

  keepJournal(): Promise<void> {
    return Promise.resolve();
  }

  practiceDone(): Promise<void> {
    return Promise.resolve();
  }

  screenDiffers(): Promise<void> {
    return Promise.resolve();
  }

  wordKept(): Promise<void> {
    return Promise.resolve();
  }

  term(id: string): Promise<GlossaryEntry | undefined> {
    const entry = at(this.glossary(), [id]);
    if (!isPart(entry) || !isText(entry['meaning'])) return Promise.resolve(undefined);
    return Promise.resolve({ label: String(entry['label'] ?? ''), meaning: entry['meaning'] });
  }

  ticked(cardId: string): readonly number[] {
    return this.ticks()
      .filter((mark) => mark.startsWith(`${cardId}:`))
      .map((mark) => Number(mark.slice(cardId.length + 1)));
  }

  tick(cardId: string, item: number): Promise<void> {
    this.ticks.update((ticks) => [...ticks, `${cardId}:${item}`]);
    return Promise.resolve();
  }

  keep(): Promise<string> {
    return Promise.resolve('00000000-0000-4000-8000-000000000000');
  }
}
