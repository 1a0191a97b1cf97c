import { Component, computed, effect, ElementRef, inject, input, output, resource, signal } from '@angular/core';
import { shownOverlays, shownWidgets, type Area, type PhoneState, type Practice, type Target } from '@sala/domain/practice';
import { Wording } from '@sala/web/ui';
import { PICTURES } from '../pictures.js';
import { PracticeKeyboard } from './keyboard.js';
import { practiceMessages } from './messages.js';
import { WidgetView, type Tapped } from './widget-view.js';

/** What a person did to the simulated phone. */
export type PhoneInput = { kind: 'tap'; target: Target } | { kind: 'type'; target: Target; text: string } | { kind: 'nothing' };

/** The simulated phone: a frame that is clearly a phone inside the app, its screen, what lies over it, and its keyboard. */
@Component({
  selector: 'sala-phone',
  imports: [PracticeKeyboard, WidgetView],
  template: `
    <div class="sim" role="group" [attr.aria-label]="say(words.phone)">
      <div class="sim-status" aria-hidden="true">
        <span>9:41</span><span>{{ phone().variables['battery'] ?? '' }}</span>
      </div>
      <div class="sim-screen" [class.covered]="modal()">
        @if (screen(); as shown) {
          @if (shown.kind === 'drawn') {
            @for (widget of widgets(); track $index) {
              <sala-widget [widget]="widget" [phone]="phone()" [lit]="lit()" [attr.inert]="modal() ? '' : null" (tapped)="tap($event)" />
            }
          } @else {
            <div class="sim-picture" [style.aspect-ratio]="shown.ratio">
              @if (drawing.value(); as source) {
                <img [src]="source" [alt]="say(shown.alt)" />
              } @else {
                <p>{{ say(shown.alt) }}</p>
              }
              @for (area of shown.areas; track area.target.id) {
                <button
                  type="button"
                  class="sim-area"
                  [class.lit]="lit() === area.target.id"
                  [attr.data-target]="area.target.id"
                  [attr.aria-label]="area.target.label"
                  [style]="placed(area)"
                  (click)="tap({ target: area.target })"
                ></button>
              }
            </div>
          }
        }
      </div>
      @for (overlay of overlays(); track overlay.id) {
        <div [class]="'sim-over ' + overlay.form" aria-live="polite">
          @for (widget of shownIn(overlay.widgets); track $index) {
            <sala-widget [widget]="widget" [phone]="phone()" [lit]="lit()" (tapped)="tap($event)" />
          }
        </div>
      }
      @if (writing(); as target) {
        <sala-practice-keyboard [suggestions]="suggestionsFor(target)" (done)="write(target, $event)" />
      }
    </div>
  `,
})
export class PhoneView {
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceMessages;
  private readonly pictures = inject(PICTURES);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly practice = input.required<Practice>();
  readonly phone = input.required<PhoneState>();
  readonly lit = input<string>();
  readonly did = output<PhoneInput>();
  /** The field that is being written in. */
  protected readonly writing = signal<Target | undefined>(undefined);
  protected readonly screen = computed(() => this.practice().screens[this.phone().screen]);
  /** The drawing of a picture screen. */
  protected readonly drawing = resource({
    params: () => {
      const screen = this.screen();
      return screen?.kind === 'picture' ? screen.file : undefined;
    },
    loader: ({ params }) => this.pictures.addressOf(params),
  });
  protected readonly widgets = computed(() => {
    const screen = this.screen();
    return screen?.kind === 'drawn' ? shownWidgets(screen.widgets, this.phone()) : [];
  });
  protected readonly overlays = computed(() => shownOverlays(this.practice(), this.phone()));
  protected readonly modal = computed(() => this.overlays().some((overlay) => overlay.modal));

  constructor() {
    // A tap that hits nothing is told too; nothing but a pointer can make one.
    this.host.addEventListener('click', (event) => this.beside(event));
    // A chat shows its newest message, as on a real phone.
    effect(() => {
      if (this.widgets().some((widget) => widget.kind === 'bubble')) {
        setTimeout(() => {
          const screen = this.host.querySelector('.sim-screen');
          if (screen) screen.scrollTop = screen.scrollHeight;
        });
      }
    });
    // A target that lies under the narration is of no help.
    effect(() => {
      const lit = this.lit();
      if (lit !== undefined) setTimeout(() => this.host.querySelector(`[data-target="${lit}"]`)?.scrollIntoView({ block: 'center' }));
    });
  }

  protected tap({ target }: Tapped): void {
    if (target.types !== undefined) this.writing.set(target);
    else {
      this.writing.set(undefined);
      this.did.emit({ kind: 'tap', target });
    }
  }

  protected write(target: Target, text: string): void {
    this.writing.set(undefined);
    this.did.emit(text === '' ? { kind: 'tap', target } : { kind: 'type', target, text });
    // The keyboard that had the focus is gone; the field it wrote in takes it back.
    this.host.querySelector<HTMLElement>(`[data-target="${target.id}"]`)?.focus();
  }

  /** A tap on the phone that hit nothing. */
  protected beside(event: Event): void {
    if (event.target instanceof Element && !event.target.closest('button, sala-practice-keyboard')) this.did.emit({ kind: 'nothing' });
  }

  protected shownIn(widgets: Parameters<typeof shownWidgets>[0]) {
    return shownWidgets(widgets, this.phone());
  }

  /** What the written ways type here: offered above the keyboard as a phone offers words. */
  protected suggestionsFor(target: Target): string[] {
    const steps = this.practice().tasks.flatMap((task) => task.path);
    return [...new Set(steps.flatMap((step) => (step.step === 'type' && step.target === target.id ? [step.text] : [])))];
  }

  protected placed(area: Area): Record<string, string> {
    return { left: `${area.left}%`, top: `${area.top}%`, width: `${area.width}%`, height: `${area.height}%` };
  }
}
