import { Component, computed, inject, signal } from '@angular/core';
import type { Overlay, Practice, Screen } from '@sala/domain/practice';
import { freshName, newWidget, screenName, withoutScreen } from '@sala/domain/practice/editing';
import { Notice, Wording } from '@sala/web/ui';
import { ConditionForm } from './condition-form.js';
import { replaced } from './lists.js';
import { PICTURE_INTAKE } from './picture-intake.js';
import { PracticeDesk } from './practice-desk.js';
import { practiceEditorMessages } from './practice-messages.js';
import { ScreenForm } from './screen-form.js';
import { WidgetsForm } from './widgets-form.js';

const FORMS = ['dialog', 'sheet', 'notification', 'full'] as const;
const MOST_OVERLAYS = 6;

/** The screens of the practice and what lies over them: a row of names, and the form of the one that is chosen. */
@Component({
  selector: 'sala-screens-part',
  imports: [ConditionForm, Notice, ScreenForm, WidgetsForm],
  templateUrl: './screens-part.html',
  host: { class: 'stack' },
})
export class ScreensPart {
  protected readonly desk = inject(PracticeDesk);
  protected readonly pictures = inject(PICTURE_INTAKE, { optional: true });
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  protected readonly forms = FORMS;
  protected readonly practice = this.desk.practice;
  protected readonly chips = computed(() => this.desk.screens().map((screen, index) => ({ ...screen, n: index + 1 })));
  protected readonly overlay = computed(() => {
    const { part, id } = this.desk.place();
    return part === 'overlay' ? this.practice().overlays.find((one) => one.id === id) : undefined;
  });
  protected readonly screenId = computed(() => {
    const { part, id } = this.desk.place();
    const { screens, start } = this.practice();
    return part === 'screen' && id in screens ? id : start;
  });
  protected readonly screen = computed(() => this.practice().screens[this.screenId()]);
  protected readonly mayAddOverlay = computed(() => this.practice().overlays.length < MOST_OVERLAYS);

  /** Whether the last picture could not be used. */
  protected readonly isRefused = signal(false);

  protected show(part: 'screen' | 'overlay', id: string): void {
    this.desk.place.set({ part, id });
  }

  protected overlayName({ widgets }: Overlay): string {
    return screenName({ kind: 'drawn', widgets }) || this.say(this.words.unnamed);
  }

  protected put(id: string, screen: Screen): void {
    const practice = this.practice();
    this.desk.change({ ...practice, screens: { ...practice.screens, [id]: screen } });
  }

  protected add(): void {
    this.addAs({ kind: 'drawn', widgets: [{ kind: 'app-bar', title: this.practice().app.name }] });
  }

  protected async addPicture(file: File | undefined): Promise<void> {
    const taken = file && (await this.pictures?.take(file));
    this.isRefused.set(file !== undefined && taken === undefined);
    if (taken) this.addAs({ kind: 'picture', file: taken.file, ratio: taken.ratio, alt: { km: '', en: '' }, areas: [] });
  }

  protected copy(): void {
    const screen = this.screen();
    if (screen) this.addAs(screen);
  }

  protected remove(id: string): void {
    this.change(withoutScreen(this.practice(), id), 'screen', '');
  }

  protected begin(id: string): void {
    this.desk.change({ ...this.practice(), start: id });
  }

  protected addOverlay(): void {
    const practice = this.practice();
    const id = freshName(practice, 'overlay');
    const when = { is: 'on', screen: practice.start } as const;
    const overlay: Overlay = {
      id,
      when,
      modal: true,
      form: 'dialog',
      widgets: [newWidget(practice, 'text'), newWidget(practice, 'button')],
    };
    this.change({ ...practice, overlays: [...practice.overlays, overlay] }, 'overlay', id);
  }

  protected putOverlay(overlay: Overlay): void {
    const practice = this.practice();
    const index = practice.overlays.findIndex((one) => one.id === overlay.id);
    this.desk.change({ ...practice, overlays: replaced(practice.overlays, index, overlay) });
  }

  protected formOf(chosen: string): Overlay['form'] {
    return FORMS.find((form) => form === chosen) ?? 'dialog';
  }

  protected removeOverlay(id: string): void {
    const practice = this.practice();
    this.change({ ...practice, overlays: practice.overlays.filter((one) => one.id !== id) }, 'screen', '');
  }

  private addAs(screen: Screen): void {
    const practice = this.practice();
    const id = freshName(practice, 'screen');
    this.change({ ...practice, screens: { ...practice.screens, [id]: screen } }, 'screen', id);
  }

  private change(practice: Practice, part: 'screen' | 'overlay', id: string): void {
    this.desk.change(practice);
    this.desk.place.set({ part, id });
  }
}
