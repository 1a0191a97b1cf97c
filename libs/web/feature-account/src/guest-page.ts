import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Belongings } from '@sala/web/data-device/late';
import { Session } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';
import { Heading, Notice, Page, Wording, type Message } from '@sala/web/ui';
import { guestMessages } from './guest-messages.js';
import { messages } from './messages.js';
import { SECRET_PICTURES, type SecretPicture } from './picture-code.js';
import { SecretDrawing } from './secret-drawing.js';

/** Begins to learn without an account: a picture or a name, and one is there. */
@Component({
  selector: 'sala-guest-page',
  imports: [Heading, Notice, Page, SecretDrawing],
  template: `
    <sala-page [back]="session.people().length > 0 ? '/who' : '/card'" help="card">
      <div class="stack tight">
        <h1 salaHeading>{{ say(words.title) }}</h1>
        <p class="small">{{ say(words.what) }}</p>
      </div>
      <div aria-live="polite">
        @if (problem(); as problem) {
          <sala-notice tone="mind">{{ say(problem) }}</sala-notice>
        }
      </div>
      <p class="strong" id="pictures">{{ say(words.choosePicture) }}</p>
      <div class="faces" role="group" aria-labelledby="pictures">
        @for (picture of pictures(); track picture.digit) {
          <button
            type="button"
            class="key"
            [attr.aria-label]="say(picture.name)"
            [attr.aria-pressed]="picture === chosen()"
            (click)="chosen.set(picture)"
          >
            <sala-secret-drawing [picture]="picture" />
          </button>
        }
      </div>
      <label class="field">
        <span class="small">{{ say(words.orName) }}</span>
        <input #field type="text" maxlength="40" autocomplete="off" [value]="name()" (input)="name.set(field.value)" />
      </label>
      <div foot class="actions">
        <button type="button" class="button primary" (click)="start()">{{ say(words.start) }}</button>
      </div>
    </sala-page>
  `,
})
export class GuestPage {
  private readonly belongings = inject(Belongings);
  private readonly router = inject(Router);
  private readonly uplink = inject(Uplink);
  protected readonly session = inject(Session);
  protected readonly say = inject(Wording).say;
  protected readonly words = guestMessages;
  protected readonly chosen = signal<SecretPicture | undefined>(undefined);
  protected readonly name = signal('');
  protected readonly problem = signal<Message | undefined>(undefined);
  private readonly busy = signal(false);
  /** Pictures that are no guest's on this phone yet. */
  protected readonly pictures = computed(() => {
    const taken = new Set(this.session.people().map((profile) => profile.person.familyName));
    return SECRET_PICTURES.filter(({ name }) => !taken.has(name.km));
  });

  constructor() {
    void this.session.start().catch(() => this.problem.set(messages.storeTrouble));
  }

  protected async start(): Promise<void> {
    const written = this.name().trim();
    const name = written === '' ? this.chosen()?.name : { km: written, en: written };
    if (!name) return this.problem.set(guestMessages.chooseOne);
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(await this.begin(name).catch((): Message => messages.storeTrouble));
    this.busy.set(false);
  }

  private async begin(name: Message): Promise<Message | undefined> {
    const { guest, noCardYet } = guestMessages;
    const names = { familyName: name.km, givenName: guest.km, familyNameLatin: name.en, givenNameLatin: guest.en };
    const profile = await this.belongings.addGuest(names, { code: '', khmer: noCardYet.km, latin: noCardYet.en });
    if (!profile) return messages.phoneFull;
    this.session.openGuest(profile.personId);
    this.uplink.soon(0);
    await this.router.navigateByUrl('/', { replaceUrl: true });
    return undefined;
  }
}
