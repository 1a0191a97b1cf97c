import { Component, computed, inject, signal } from '@angular/core';
import type { Practice, Value } from '@sala/domain/practice';
import { freshName } from '@sala/domain/practice/editing';
import { Wording } from '@sala/web/ui';
import { BothField } from './both-field.js';
import { EffectsForm } from './effects-form.js';
import { without } from './lists.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { ValueField } from './value-field.js';

type Happening = Practice['happenings'][string];
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What happens by itself, and what the phone remembers. */
@Component({
  selector: 'sala-happenings-part',
  imports: [BothField, EffectsForm, ValueField],
  templateUrl: './happenings-part.html',
  host: { class: 'stack' },
})
export class HappeningsPart {
  protected readonly desk = inject(PracticeDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly happenings = computed(() => Object.entries(this.desk.practice().happenings).map(([id, one]) => ({ id, one })));
  protected readonly wrong = signal(false);

  protected put(id: string, part: Partial<Happening>): void {
    const practice = this.desk.practice();
    const before = practice.happenings[id];
    if (before) this.desk.change({ ...practice, happenings: { ...practice.happenings, [id]: { ...before, ...part } } });
  }

  protected putSay(id: string, say: Happening['say']): void {
    const practice = this.desk.practice();
    const before = practice.happenings[id];
    if (before)
      this.desk.change({ ...practice, happenings: { ...practice.happenings, [id]: say ? { ...before, say } : without(before, 'say') } });
  }

  protected putSeconds(id: string, seconds: number): void {
    if (Number.isFinite(seconds)) this.put(id, { after: Math.min(600, Math.max(1, Math.round(seconds))) });
  }

  protected add(): void {
    const practice = this.desk.practice();
    const id = freshName(practice, 'happening');
    const happening: Happening = { after: 5, effects: [{ do: 'go', screen: practice.start }] };
    this.desk.change({ ...practice, happenings: { ...practice.happenings, [id]: happening } });
    this.desk.place.set({ part: 'happening', id });
  }

  protected remove(id: string): void {
    const practice = this.desk.practice();
    this.desk.change({ ...practice, happenings: without(practice.happenings, id) });
  }

  protected remember(name: string, value: Value): void {
    const practice = this.desk.practice();
    this.desk.change({ ...practice, variables: { ...practice.variables, [name]: value } });
  }

  /** Whether the name was taken; if not, it is said how a name must be. */
  protected addMemory(name: string, value: Value): boolean {
    const isGood = NAME.test(name) && name.length <= 64 && !(name in this.desk.practice().variables);
    this.wrong.set(!isGood);
    if (isGood) this.remember(name, value);
    return isGood;
  }

  protected forget(name: string): void {
    const practice = this.desk.practice();
    this.desk.change({ ...practice, variables: without(practice.variables, name) });
  }

  protected nameOf({ after, say }: Happening): string {
    return say ? this.say(say) : this.say(this.words.afterName, { seconds: after });
  }
}
