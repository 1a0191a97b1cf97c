import { NgTemplateOutlet } from '@angular/common';
import { Component, input, output } from '@angular/core';
import type { PhoneState, Target, Widget } from '@sala/domain/practice';

/** The drawing of each icon that a list may show: own line drawings on a 24×24 grid. */
const ICONS = {
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.500-7 8-7s8 3 8 7',
  group:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-3.500 2.500-6 6-6s6 2.500 6 6M16 4.500a3.500 3.500 0 0 1 0 6.500M17.500 14.500c2 .8 3.500 2.800 3.500 5.500',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  settings: 'M4 7h16M4 12h16M4 17h16',
  phone: 'M8 3h8v18H8zM11 18h2',
  lock: 'M6 11h12v9H6zM8.500 11V7.500a3.500 3.500 0 0 1 7 0V11',
  folder: 'M3 6h6l2 2h10v11H3z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-2 4 4',
  room: 'M5 20V4h9v16M14 6h5v14M10 12v1',
} as const;

/** A tap on a target of the simulated phone. */
export interface Tapped {
  target: Target;
}

/** Draws one widget of a simulated screen. Knows nothing of tasks: it shows a state and tells taps. */
@Component({
  selector: 'sala-widget',
  imports: [NgTemplateOutlet],
  host: { '[class]': '"widget of-" + widget().kind' },
  template: `
    <ng-template #tap let-target let-style="style">
      <button
        type="button"
        [class]="'sim-target ' + (style ?? '')"
        [class.lit]="lit() === target.id"
        [attr.data-target]="target.id"
        lang="en"
        (click)="tapped.emit({ target })"
      >
        {{ filled(target.label) }}
      </button>
    </ng-template>
    @switch (widget().kind) {
      @case ('app-bar') {
        @let bar = part('app-bar');
        @if (bar.left; as left) {
          <ng-container *ngTemplateOutlet="tap; context: { $implicit: left, style: 'bar' }" />
        }
        <span class="sim-title" lang="en"
          >{{ filled(bar.title) }}<small>{{ filled(bar.detail ?? '') }}</small></span
        >
        @for (right of bar.right ?? []; track right.id) {
          <ng-container *ngTemplateOutlet="tap; context: { $implicit: right, style: 'bar' }" />
        }
      }
      @case ('text') {
        @let text = part('text');
        <p [class]="'sim-text ' + (text.tone ?? 'plain')">{{ filled(text.text) }}</p>
      }
      @case ('button') {
        @let button = part('button');
        <ng-container *ngTemplateOutlet="tap; context: { $implicit: button.target, style: 'wide ' + button.tone }" />
      }
      @case ('buttons') {
        @for (target of part('buttons').targets; track target.id) {
          <ng-container *ngTemplateOutlet="tap; context: { $implicit: target, style: 'tool' }" />
        }
      }
      @case ('apps') {
        @for (target of part('apps').targets; track target.id) {
          <ng-container *ngTemplateOutlet="tap; context: { $implicit: target, style: 'app' }" />
        }
      }
      @case ('list') {
        @for (item of part('list').items; track item.target.id) {
          <button
            type="button"
            class="sim-target item"
            [class.lit]="lit() === item.target.id"
            [attr.data-target]="item.target.id"
            (click)="tapped.emit({ target: item.target })"
          >
            @if (item.icon; as icon) {
              <svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="icons[icon]" /></svg>
            }
            <span lang="en"
              >{{ filled(item.target.label) }}<small>{{ filled(item.detail ?? '') }}</small></span
            >
          </button>
        }
      }
      @case ('bubble') {
        @let bubble = part('bubble');
        <div class="sim-bubble" [class.mine]="bubble.mine">
          <small>{{ bubble.from }}</small>
          @if (bubble.target; as target) {
            @if (target.label !== bubble.text) {
              <span>{{ filled(bubble.text) }}</span>
            }
            <ng-container *ngTemplateOutlet="tap; context: { $implicit: target, style: isAddress(target.label) ? 'link' : 'message' }" />
          } @else {
            <span>{{ filled(bubble.text) }}</span>
          }
          <small class="time">{{ bubble.time }}</small>
        </div>
      }
      @case ('field') {
        @let field = part('field').target;
        <button
          type="button"
          class="sim-target field"
          [class.lit]="lit() === field.id"
          [attr.data-target]="field.id"
          (click)="tapped.emit({ target: field })"
        >
          <small lang="en">{{ field.label }}</small>
          <span>{{ typed(field, part('field').secret) }}</span>
        </button>
      }
      @case ('composer') {
        @let composer = part('composer');
        @if (composer.more; as more) {
          <ng-container *ngTemplateOutlet="tap; context: { $implicit: more, style: 'round' }" />
        }
        <button
          type="button"
          class="sim-target write"
          [class.lit]="lit() === composer.target.id"
          [attr.data-target]="composer.target.id"
          (click)="tapped.emit({ target: composer.target })"
        >
          <span>{{ typed(composer.target) || composer.target.label }}</span>
        </button>
        <ng-container *ngTemplateOutlet="tap; context: { $implicit: composer.send, style: 'round' }" />
      }
      @case ('toggle') {
        @let toggle = part('toggle');
        <button
          type="button"
          class="sim-target toggle"
          role="switch"
          [attr.aria-checked]="isOn(toggle.variable)"
          [class.lit]="lit() === toggle.target.id"
          [attr.data-target]="toggle.target.id"
          (click)="tapped.emit({ target: toggle.target })"
        >
          <span lang="en">{{ toggle.target.label }}</span><i aria-hidden="true"></i>
        </button>
      }
      @case ('tiles') {
        @for (person of part('tiles').people; track $index) {
          <div class="sim-tile" [class.camera]="person.camera">
            <b aria-hidden="true">{{ first(person.name) }}</b><small
              >{{ filled(person.name) }}{{ person.hand ? ' ✋' : '' }}{{ person.muted ? ' 🔇' : '' }}</small
            >
          </div>
        }
      }
      @case ('post') {
        @let post = part('post');
        <div class="sim-post">
          <b>{{ post.from }}</b><small>{{ post.time }}</small>
          <p>{{ filled(post.text) }}</p>
          @for (target of post.targets ?? []; track target.id) {
            <ng-container *ngTemplateOutlet="tap; context: { $implicit: target, style: 'tool' }" />
          }
          @for (comment of post.comments ?? []; track $index) {
            <p class="comment">
              <b>{{ comment.from }}</b> {{ comment.text }}
            </p>
          }
        </div>
      }
      @case ('address') {
        <p class="sim-address" lang="en">{{ filled(part('address').address) }}</p>
      }
    }
  `,
})
export class WidgetView {
  readonly widget = input.required<Widget>();
  readonly phone = input.required<PhoneState>();
  /** The id of the target that a hint lights up. */
  readonly lit = input<string>();
  readonly tapped = output<Tapped>();
  protected readonly icons = ICONS;

  protected part<K extends Widget['kind']>(_kind: K): Extract<Widget, { kind: K }> {
    return this.widget() as Extract<Widget, { kind: K }>;
  }

  /** Whether a label is an address, which is underlined; a message that can be tapped is not. */
  protected isAddress(label: string): boolean {
    return /\S[./]\S/.test(label);
  }

  /** A text of the screen with the variables that it shows. */
  protected filled(text: string): string {
    return text.replace(/\{([a-z0-9-]+)\}/g, (_, name: string) => String(this.phone().variables[name] ?? ''));
  }

  protected typed(target: Target, secret = false): string {
    const value = String((target.types && this.phone().variables[target.types]) ?? '');
    return secret ? '•'.repeat(value.length) : value;
  }

  protected isOn(variable: string): boolean {
    return this.phone().variables[variable] === true;
  }

  protected first(name: string): string {
    return [...name.trim()][0] ?? '';
  }
}
