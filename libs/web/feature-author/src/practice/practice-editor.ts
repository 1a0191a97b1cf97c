import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output, resource, signal } from '@angular/core';
import { readAs } from '@sala/domain/content';
import { check, Practice } from '@sala/domain/practice';
import { placeInPractice, placeOfPath, type PlaceInPractice } from '@sala/domain/practice/editing';
import { practiceStyles } from '@sala/web/ui-lesson/practice';
import { Wording } from '@sala/web/ui';
import { AppForm } from './app-form.js';
import { BothField } from './both-field.js';
import { FindingsPart, type ToMend } from './findings-part.js';
import { HappeningsPart } from './happenings-part.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { ScreensPart } from './screens-part.js';
import { TasksPart } from './tasks-part.js';
import { Trial } from './trial.js';
import { TrialPhone } from './trial-phone.js';

const TABS = ['screens', 'tasks', 'happenings', 'about', 'findings'] as const;
type Tab = (typeof TABS)[number];
const TAB_OF: Record<PlaceInPractice['part'], Tab> = {
  practice: 'about',
  screen: 'screens',
  overlay: 'screens',
  happening: 'happenings',
  task: 'tasks',
};
/** A checker that explores everything waits until the author pauses. */
const PAUSE_MS = 400;

/** Edits a practice as screens made of parts, with tasks, beside a phone that runs it at once; what is wrong is a list with ways to it. */
@Component({
  selector: 'sala-practice-editor',
  imports: [AppForm, BothField, FindingsPart, HappeningsPart, ScreensPart, TasksPart, TrialPhone],
  providers: [PracticeDesk, Trial],
  templateUrl: './practice-editor.html',
  host: { class: 'practice-editor' },
})
export class PracticeEditor {
  protected readonly desk = inject(PracticeDesk);
  private readonly trial = inject(Trial);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly tabs = TABS;
  /** The practice as it stands in the draft; words in it may still be empty. */
  readonly practice = input.required<Practice>();
  /** The practice after an edit. */
  readonly changed = output<Practice>();
  protected readonly tab = signal<Tab>('screens');
  protected readonly findings = resource({
    params: () => this.practice(),
    loader: async ({ params, abortSignal }): Promise<ToMend[]> => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      return abortSignal.aborted ? [] : toMend(params);
    },
  });
  /** What was found last; while it is looked again, the old list stays. */
  protected readonly known = computed((): readonly ToMend[] | undefined => this.findings.value());

  constructor() {
    this.desk.connect(this.practice, (practice) => this.changed.emit(practice));
    void practiceStyles();
    // Who comes from the list of what is to be mended finds the practice's own list.
    if ((history.state as { mend?: boolean } | null)?.mend) this.tab.set('findings');
  }

  protected open(tab: Tab): void {
    this.tab.set(tab);
    this.desk.place.update((place) => (TAB_OF[place.part] === tab ? place : { part: 'screen', id: '' }));
  }

  protected labelOf(tab: Tab): string {
    if (tab !== 'findings') return this.say(this.words[tab]);
    const count = this.known()?.length ?? 0;
    return count === 0 ? this.say(this.words.noFindings) : this.say(this.words.findings, { count });
  }

  /** Opens what is to be mended and puts the cursor there. */
  protected goTo(place: PlaceInPractice): void {
    this.tab.set(TAB_OF[place.part]);
    this.desk.place.set(place);
    if (place.part === 'screen') this.trial.show(place.id);
    afterNextRender(() => this.look(place.target), { injector: this.injector });
  }

  protected titled(title: Practice['title']): Practice {
    return { ...this.practice(), title };
  }

  protected ofApp(app: Practice['app']): Practice {
    return { ...this.practice(), app };
  }

  private look(target: string | undefined): void {
    const form = this.host.querySelector('.practice-form');
    if (target === undefined) return form?.querySelector<HTMLElement>('summary, input, textarea, select')?.focus();
    for (const summary of form?.querySelectorAll<HTMLElement>('[data-opens]') ?? [])
      if (summary.dataset['opens']?.split(' ').includes(target)) summary.closest('details')?.setAttribute('open', '');
    [...(form?.querySelectorAll<HTMLElement>('[data-edits]') ?? [])].find((field) => field.dataset['edits'] === target)?.focus();
  }
}

/** What is not filled in, by the schema; when all is, what the checker finds in it. */
function toMend(practice: Practice): ToMend[] {
  const read = readAs(Practice, practice);
  if (read.ok) return check(read.value).map((finding) => ({ fault: finding.fault, place: placeInPractice(practice, finding) }));
  const places = read.findings.map(({ path }) => placeOfPath(practice, path));
  const once = places.filter((place, index) => places.findIndex((other) => other.part === place.part && other.id === place.id) === index);
  return once.map((place) => ({ fault: 'not-filled-in', place }));
}
