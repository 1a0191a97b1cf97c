import { computed, inject, Injectable, signal, type Signal } from '@angular/core';
import type { Practice } from '@sala/domain/practice';
import { everyTarget, screenName, withNeededVariables, type PlaceInPractice } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { practiceEditorMessages as words } from './practice-messages.js';

/** Something that a form may name: its id in the document, and what people call it. */
export interface Named {
  id: string;
  name: string;
}

/** The practice that is on the desk: what the forms name, and how they change it. One for each practice editor. */
@Injectable()
export class PracticeDesk {
  private source: Signal<Practice> | undefined;
  private readonly say = inject(Wording).say;
  private tell: (practice: Practice) => void = () => undefined;
  /** The part that is shown, and in it the target that is looked for. */
  readonly place = signal<PlaceInPractice>({ part: 'screen', id: '' });

  readonly practice = computed((): Practice => {
    if (!this.source) throw new Error('the desk has no practice yet');
    return this.source();
  });
  readonly screens = computed((): Named[] =>
    Object.entries(this.practice().screens).map(([id, screen]) => ({
      id,
      name: screenName(screen) || this.say(screen.kind === 'picture' ? words.pictureScreen : words.unnamed),
    })),
  );
  readonly variables = computed(() => Object.entries(this.practice().variables).map(([name, value]) => ({ name, value })));
  readonly switches = computed(() => this.variables().flatMap(({ name, value }) => (typeof value === 'boolean' ? [name] : [])));
  readonly words = computed(() => this.variables().flatMap(({ name, value }) => (typeof value === 'boolean' ? [] : [name])));
  readonly happenings = computed((): Named[] =>
    Object.entries(this.practice().happenings).map(([id, happening]) => ({ id, name: happening.say?.km || id })),
  );
  private readonly labels = computed(() => new Map(everyTarget(this.practice()).map(({ id, label }) => [id, label])));

  /** Puts a practice on the desk. */
  connect(source: Signal<Practice>, tell: (practice: Practice) => void): void {
    this.source = source;
    this.tell = tell;
  }

  /** Changes the practice; what new fields and switches need to remember comes with it. */
  change(practice: Practice): void {
    this.tell(withNeededVariables(practice));
  }

  /** The word on a target. */
  labelOf(target: string): string {
    return this.labels().get(target) ?? '?';
  }
}
