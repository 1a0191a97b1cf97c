import { Component, Directive, effect, inject, input, TemplateRef, untracked, ViewContainerRef, type EmbeddedViewRef } from '@angular/core';
import { troubleMessages, type Called, type TroubleCode } from '@sala/web/data-api';
import { Busy, Heading, Icon, Notice, Wording, type Message } from '@sala/web/ui';
import { messages } from './messages.js';

/** What was asked of the server: its answer once there is one, and asking anew. */
interface Asked<T> {
  value(): Called<T> | undefined;
  reload(): unknown;
}

interface Shown<T> {
  $implicit: T;
}

/** Says why the server gave no answer, and asks anew. */
@Component({
  selector: 'sala-no-answer',
  imports: [Heading, Icon, Notice],
  host: { class: 'stack' },
  template: `
    @if (title(); as title) {
      <h1 salaHeading>{{ say(title) }}</h1>
    }
    <sala-notice tone="mind">{{ say(troubles[code()]) }}</sala-notice>
    <button type="button" class="button" (click)="asked().reload()"><sala-icon name="again" />{{ say(words.tryAgain) }}</button>
  `,
})
export class NoAnswer {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  protected readonly troubles = troubleMessages;
  readonly code = input.required<TroubleCode>();
  readonly asked = input.required<Asked<unknown>>();
  readonly title = input<Message>();
}

/** The frame of a page that needs an answer of the server: waiting, trouble with a way on, or what is shown with the answer. */
@Directive({ selector: '[salaAnswered]' })
export class Answered<T> {
  private readonly container = inject(ViewContainerRef);
  private readonly template = inject<TemplateRef<Shown<T>>>(TemplateRef);
  private view?: EmbeddedViewRef<Shown<T>> | undefined;
  readonly salaAnswered = input.required<Asked<T>>();
  /** The page's heading while there is no answer to take it from. */
  readonly salaAnsweredTitle = input<Message>();

  /** Tells the template's checker what `let` gives. */
  static ngTemplateContextGuard<T>(_: Answered<T>, context: unknown): context is Shown<T> {
    return context !== undefined;
  }

  constructor() {
    effect(() => {
      const answer = this.salaAnswered().value();
      untracked(() => this.show(answer));
    });
  }

  private show(answer: Called<T> | undefined): void {
    // What is shown stays and only takes the newer answer, so that nothing jumps and no field loses its words.
    if (answer?.ok && this.view) {
      this.view.context.$implicit = answer.value;
      this.view.markForCheck();
      return;
    }
    this.container.clear();
    this.view = answer?.ok ? this.container.createEmbeddedView(this.template, { $implicit: answer.value }) : undefined;
    if (!answer) this.container.createComponent(Busy).setInput('message', messages.loading);
    if (!answer || answer.ok) return;
    const trouble = this.container.createComponent(NoAnswer);
    trouble.setInput('code', answer.trouble.code);
    trouble.setInput('asked', this.salaAnswered());
    trouble.setInput('title', this.salaAnsweredTitle());
  }
}
