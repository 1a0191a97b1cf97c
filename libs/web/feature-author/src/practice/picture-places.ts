import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import type { Area } from '@sala/domain/practice';
import { Wording } from '@sala/web/ui';
import { PICTURES } from '@sala/web/ui-lesson';
import { practiceEditorMessages } from './practice-messages.js';

/** A point of the picture, in hundredths of its width and height. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a place lies on the picture, in hundredths. */
type Box = Pick<Area, 'left' | 'top' | 'width' | 'height'>;

/** A finger is never quite still: nearer than this the pointer was tapped and not dragged. */
const STILL = 2;
/** A place that is smaller can't be met with a finger. */
const LEAST = { width: 8, height: 5 };

/** The place between two corners, whichever was put first; never smaller than a finger, never over the edge. */
export function boxBetween(one: Point, other: Point): Box {
  const side = (from: number, to: number, least: number): [number, number] => {
    const length = Math.min(100, Math.max(least, Math.round(Math.abs(to - from))));
    return [Math.min(100 - length, Math.max(0, Math.round(Math.min(from, to)))), length];
  };
  const [left, width] = side(one.x, other.x, LEAST.width);
  const [top, height] = side(one.y, other.y, LEAST.height);
  return { left, top, width, height };
}

/** The picture of a screen with its places to tap: the chosen one is put where two corners are tapped, or where the pointer is dragged. */
@Component({
  selector: 'sala-picture-places',
  host: { class: 'stack tight' },
  template: `
    @if (areas().length > 1) {
      <div class="chips" role="group" [attr.aria-label]="say(words.whichPlace)">
        @for (area of areas(); track area.target.id) {
          <button type="button" class="chip" [attr.aria-pressed]="area.target.id === chosen()" (click)="chosen.set(area.target.id)">
            {{ say(words.oneArea, { n: $index + 1 }) }}
          </button>
        }
      </div>
    }
    @if (areas().length > 0) {
      <p class="small" role="status">{{ say(corner() ? words.otherCorner : words.twoCorners) }}</p>
    }
    @if (address.value(); as source) {
      <div
        #scene
        class="area-scene places-scene"
        role="img"
        [attr.aria-label]="say(words.picturePlaces)"
        (pointerdown)="press($event, scene)"
        (pointermove)="drag($event, scene)"
        (pointerup)="lift($event, scene)"
        (pointercancel)="began.set(undefined)"
      >
        <img [src]="source" alt="" draggable="false" />
        @for (area of areas(); track area.target.id) {
          @if (boxOf(area); as box) {
            <span
              class="area"
              [class.here]="area.target.id === chosen()"
              [style.left.%]="box.left"
              [style.top.%]="box.top"
              [style.width.%]="box.width"
              [style.height.%]="box.height"
              >{{ say(words.number, { n: $index + 1 }) }}</span
            >
          }
        }
        @if (corner(); as point) {
          <span class="corner" [style.left.%]="point.x" [style.top.%]="point.y"></span>
        }
      </div>
    }
  `,
})
export class PicturePlaces {
  private readonly pictures = inject(PICTURES);
  protected readonly say = inject(Wording).say;
  protected readonly words = practiceEditorMessages;
  readonly file = input.required<string>();
  readonly areas = input.required<readonly Area[]>();
  /** A place was put somewhere else. */
  readonly put = output<{ index: number; box: Box }>();
  /** The place that is put by the next taps: the newest, or the one that was chosen. */
  readonly chosen = linkedSignal<readonly Area[], string | undefined>({
    source: this.areas,
    computation: (areas, before) =>
      before && areas.length <= before.source.length && areas.some(({ target }) => target.id === before.value)
        ? before.value
        : areas.at(-1)?.target.id,
  });
  protected readonly address = resource({ params: () => this.file(), loader: ({ params }) => this.pictures.addressOf(params) });
  /** The first of two corners. */
  protected readonly corner = linkedSignal<string | undefined, Point | undefined>({ source: this.chosen, computation: () => undefined });
  protected readonly began = signal<Point | undefined>(undefined);
  private readonly now = signal<Point | undefined>(undefined);
  private readonly dragged = computed(() => {
    const [from, to] = [this.began(), this.now()];
    return from && to && isFar(from, to) ? boxBetween(from, to) : undefined;
  });

  /** Where a place is drawn: the chosen one follows the pointer. */
  protected boxOf(area: Area): Box {
    return (area.target.id === this.chosen() && this.dragged()) || area;
  }

  protected press(event: PointerEvent, scene: HTMLElement): void {
    const at = pointIn(event, scene);
    this.began.set(at);
    this.now.set(at);
    // A finger that moves scrolls the page; a mouse or pen draws.
    if (event.pointerType === 'touch') return;
    event.preventDefault();
    scene.setPointerCapture(event.pointerId);
  }

  protected drag(event: PointerEvent, scene: HTMLElement): void {
    if (this.began()) this.now.set(pointIn(event, scene));
  }

  protected lift(event: PointerEvent, scene: HTMLElement): void {
    const [from, at, corner] = [this.began(), pointIn(event, scene), this.corner()];
    this.began.set(undefined);
    if (!from) return;
    if (isFar(from, at)) this.place(boxBetween(from, at));
    else if (corner) this.place(boxBetween(corner, at));
    else this.corner.set(at);
  }

  private place(box: Box): void {
    this.corner.set(undefined);
    const index = this.areas().findIndex(({ target }) => target.id === this.chosen());
    if (index >= 0) this.put.emit({ index, box });
  }
}

const isFar = (one: Point, other: Point): boolean => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) > STILL;

function pointIn(event: PointerEvent, scene: HTMLElement): Point {
  const box = scene.getBoundingClientRect();
  const share = (at: number, from: number, length: number): number => Math.min(100, Math.max(0, ((at - from) / length) * 100));
  return { x: share(event.clientX, box.left, box.width), y: share(event.clientY, box.top, box.height) };
}
