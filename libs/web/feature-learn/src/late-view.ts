import { NgComponentOutlet } from '@angular/common';
import { Component, inject, input, resource, type Type } from '@angular/core';
import { Contact, Uplink } from '@sala/web/data-sync';
import { rare } from './late.js';

/** Something that stands on a page once this phone has sent something, or serves a mentor: a first visit does not wait for it. */
@Component({
  selector: 'sala-late',
  imports: [NgComponentOutlet],
  template: `
    @if (view.value(); as view) {
      <ng-container *ngComponentOutlet="view" />
    }
  `,
})
export class LateView {
  private readonly contact = inject(Contact);
  private readonly uplink = inject(Uplink);
  readonly name = input.required<'FromMentor' | 'AnswerAtCard' | 'NoOffline'>();
  /** Whether a first visit needs it as well. */
  readonly now = input(false);
  protected readonly view = resource({
    params: () => (this.now() || this.contact.sentAt() || this.uplink.mentors() ? this.name() : undefined),
    loader: async ({ params }): Promise<Type<unknown>> => (await rare())[params],
  });
}
