import { Component, inject, OnDestroy, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import { sizeOf } from './amounts.js';
import { PhoneStorage } from './phone-storage.js';
import { sendingMessages } from './sending-messages.js';
import { spaceMessages } from './space-messages.js';

/** The space on this phone: used, free, by course, and whether the phone has promised to keep it. */
@Component({
  selector: 'sala-space-page',
  imports: [Busy, Heading, Icon, Notice, Page, RouterLink],
  template: `
    <sala-page back="/settings" help="internet">
      <h1 salaHeading>{{ say(words.title) }}</h1>
      @if (storage.letGo(); as count) {
        <sala-notice tone="mind">{{ say(words.letGo, { count }) }}</sala-notice>
      }
      @if (storage.figures.value(); as figures) {
        <p>{{ say(words.line, { used: sizeOf(figures.used), free: sizeOf(figures.free) }) }}</p>
        @if (storage.low(); as low) {
          <sala-notice tone="mind">{{ say(words.low, { free: sizeOf(low.free) }) }}</sala-notice>
        }
        <div aria-live="polite">
          <sala-notice [tone]="figures.persisted ? 'good' : 'plain'">{{
            say(figures.persisted ? words.safe : refused() ? words.refusedToKeep : words.notSafe)
          }}</sala-notice>
        </div>
        @if (!figures.persisted) {
          <button type="button" class="tile" (click)="ask()"><sala-icon name="lock" />{{ say(words.ask) }}</button>
        }
      } @else if (storage.figures.status() === 'resolved') {
        <p>{{ say(words.unknown) }}</p>
      } @else {
        <sala-busy />
      }
      <h2>{{ say(words.byCourse) }}</h2>
      @for (course of storage.courses.value(); track course.entry.courseId) {
        <a class="lesson-row" [routerLink]="['/course', course.entry.slug, 'keep']">
          <span class="rest">
            <span class="strong">{{ say(course.entry.title) }}</span>
            <br /><span class="small">{{
              course.missing > 0
                ? say(words.courseMisses, { size: sizeOf(course.kept), left: sizeOf(course.missing) })
                : say(words.courseUses, { size: sizeOf(course.kept) })
            }}</span>
          </span>
          <sala-icon name="next" />
        </a>
      } @empty {
        <p>{{ say(words.noCourses) }}</p>
      }
      <div foot class="actions">
        <a class="button primary" routerLink="/">{{ say(home) }}</a>
      </div>
    </sala-page>
  `,
})
export class SpacePage implements OnDestroy {
  protected readonly storage = inject(PhoneStorage);
  protected readonly say = inject(Wording).say;
  protected readonly words = spaceMessages;
  protected readonly home = sendingMessages.toHome;
  protected readonly sizeOf = sizeOf;
  protected readonly refused = signal(false);

  ngOnDestroy(): void {
    this.storage.seen();
  }

  protected async ask(): Promise<void> {
    this.refused.set(!(await this.storage.ask()));
  }
}
