import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CourseFiles, type NoCourseFile } from '@sala/web/data-sync/relay';
import { Busy, Heading, Icon, Notice, Page, Wording, type Message, type NoticeTone } from '@sala/web/ui';
import { handFile } from './hand-file.js';
import { messages } from './messages.js';

const MEGABYTE = 1_000_000;

/** A course on this phone becomes one file for another. */
@Component({
  selector: 'sala-give-course-page',
  imports: [Busy, Heading, Icon, Notice, Page, RouterLink],
  template: `
    <sala-page [back]="keepLink()" help="internet">
      <h1 salaHeading>{{ say(words.giveCourse) }}</h1>
      <p>{{ say(words.giveHow) }}</p>
      <div aria-live="polite">
        @if (said(); as said) {
          <sala-notice [tone]="said.tone">{{ said.sentence }}</sala-notice>
        }
      </div>
      @if (busy()) {
        <sala-busy />
      }
      <div foot class="actions">
        @if (lacks()) {
          <a class="button primary" [routerLink]="keepLink()"><sala-icon name="download" />{{ say(words.toKeep) }}</a>
        } @else {
          <button type="button" class="button primary" [attr.aria-disabled]="busy()" (click)="give()">
            <sala-icon name="leave" />{{ say(words.makeFile) }}
          </button>
        }
      </div>
    </sala-page>
  `,
})
export class GiveCoursePage {
  private readonly files = inject(CourseFiles);
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly slug = input.required<string>();
  protected readonly keepLink = computed(() => `/course/${this.slug()}/keep`);
  protected readonly busy = signal(false);
  protected readonly lacks = signal(false);
  protected readonly said = signal<{ tone: NoticeTone; sentence: string } | undefined>(undefined);

  protected async give(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.makeAndHand().catch(() => this.mind(messages.notWhole));
    this.busy.set(false);
  }

  private async makeAndHand(): Promise<void> {
    const made = await this.files.make(this.slug());
    if (typeof made === 'string') {
      this.lacks.set(made === 'not-whole' || made === 'not-here');
      return this.mind(REASONS[made]);
    }
    const { name, blob } = made;
    if ((await handFile(blob, name)) !== 'downloaded') return;
    const size = `${Math.max(0.1, Math.ceil(blob.size / (MEGABYTE / 10)) / 10)} MB`;
    this.said.set({ tone: 'good', sentence: `${this.say(messages.inDownloads, { name })} ${this.say(messages.fileSize, { size })}` });
  }

  private mind(message: Message): void {
    this.said.set({ tone: 'mind', sentence: this.say(message) });
  }
}

const REASONS: Record<NoCourseFile, Message> = {
  'cannot-seal': messages.cannotSeal,
  'not-here': messages.notHere,
  'not-whole': messages.notWhole,
  'no-server': messages.noServer,
  'not-signed': messages.notSigned,
};
