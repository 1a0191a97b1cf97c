import { afterNextRender, Component, computed, effect, ElementRef, inject, Injector, input, linkedSignal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { at, behind, copyOf, idOf, isPart, isText, listAt, wholeCard, type Path } from '@sala/domain/editing';
import { Heading, Notice, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { freshId } from '../desk/ids.js';
import { BANK_FORM, LESSON_FORM, QUIZ_FORM, QUIZ_MORE } from '../forms/card-forms.js';
import { FormFields } from '../forms/form-fields.js';
import { formMessages } from '../forms/form-messages.js';
import { VoicePanel } from '../media/voice-panel.js';
import { PhoneFrame } from '../preview/phone-frame.js';
import { CommentsList } from '../review/comments-list.js';
import { ReviewDesk } from '../review/review-desk.js';
import { reviewMessages } from '../review/review-messages.js';
import { EditIcon } from './edit-icon.js';
import { editMessages } from './edit-messages.js';
import { CARD_FIELDS, inStrip, itemsAt, newItem, shownItem, type ItemChoice, type ItemList } from './item-kinds.js';
import { kindMessages } from './kind-messages.js';
import { KindPicker } from './kind-picker.js';

/** A lesson or test while it is written: its cards or questions in order, the form of one of them, and the phone that shows it at once. */
@Component({
  selector: 'sala-items-page',
  imports: [CommentsList, EditIcon, FormFields, Heading, KindPicker, Notice, PhoneFrame, RouterLink, VoicePanel],
  providers: [ReviewDesk],
  host: { class: 'items', '(keydown)': 'keys($event)' },
  templateUrl: './items-page.html',
})
export class ItemsPage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly talk = inject(ReviewDesk);
  private mended: unknown;
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly review = reviewMessages;
  protected readonly forms = formMessages;
  /** From the route: what is written here, of which lesson or test, and which of its items is open. */
  readonly list = input.required<ItemList>();
  readonly partId = input.required<string>();
  readonly itemId = input<string>();

  constructor() {
    // Who came from the list of what is to be mended finds the cursor there.
    effect(() => {
      const isToMend = (history.state as { mend?: boolean } | null)?.mend === true;
      if (this.card() && isToMend) untracked(() => afterNextRender(() => this.mend(), { injector: this.injector }));
    });
  }

  protected readonly partPath = computed((): Path => itemsAt(this.list(), this.partId()).slice(0, 2));
  private readonly part = computed(() => at(this.desk.document(), this.partPath()));
  protected readonly name = computed(() => {
    const part = this.part();
    const title = isPart(part) ? part['title'] : undefined;
    const isNamed = isText(title) && (title.km !== '' || title.en !== '');
    return this.say(isNamed ? title : this.list() === 'cards' ? editMessages.cardsOf : editMessages.questionsOf);
  });
  private readonly items = computed(() => listAt(this.part(), [this.list()]));
  protected readonly strip = computed(() => this.items().map((item) => inStrip(this.list(), item)));
  protected readonly chosen = computed(() => this.itemId() ?? this.strip()[0]?.id ?? '');
  private readonly item = computed(() => this.items().find((one) => idOf(one) === this.chosen()));
  protected readonly path = computed((): Path => [...itemsAt(this.list(), this.partId()), this.chosen()]);
  /** What the phone shows. */
  protected readonly card = computed(() => shownItem(this.list(), this.item()));
  /** What the voice reads; a question of a test has no card that one could read. */
  protected readonly readCard = computed(() => (this.list() === 'cards' ? wholeCard(this.item()) : undefined));
  protected readonly kindName = computed(() => {
    const card = this.card();
    if (!card) return '';
    return this.say(card.kind === 'question' ? kindMessages.questions[card.question.kind].name : kindMessages.cards[card.kind].name);
  });
  protected readonly fields = computed(() => {
    const card = this.readCard();
    return card ? CARD_FIELDS[card.kind] : BANK_FORM;
  });
  protected readonly about = computed(() => {
    if (this.list() === 'cards') return LESSON_FORM;
    const part = this.part();
    return [...QUIZ_FORM, ...QUIZ_MORE[isPart(part) && part['purpose'] === 'placement' ? 'placement' : 'test']];
  });

  /** What was said about a card and not mended yet. */
  protected openOn(id: string): number {
    return this.talk.comments().filter((one) => one.part === this.partId() && one.item === id && !one.resolvedAt).length;
  }

  /** Comments lie open for those who came to write one, and where one waits for its author; a card's stay open when that one is done. */
  protected readonly isTalkedOver = linkedSignal<[string, boolean], boolean>({
    source: () => [this.chosen(), !this.desk.isAuthor() || !this.desk.mayEdit() || this.openOn(this.chosen()) > 0],
    computation: ([card, isOpen], before) => isOpen || (before?.source[0] === card && before.value),
  });

  protected linkTo(id: string): string[] {
    return ['/courses', this.desk.courseId(), this.list() === 'cards' ? 'lessons' : 'tests', this.partId(), id];
  }

  protected async add(choice: ItemChoice): Promise<void> {
    const item = newItem(this.list(), choice);
    this.put(item);
    await this.open(item.id);
    this.writeOn();
  }

  protected async duplicate(): Promise<void> {
    const stem = this.list() === 'cards' ? 'card' : 'question';
    const copy = copyOf(this.item(), () => freshId(stem));
    this.put(copy);
    await this.open(idOf(copy) ?? '');
    this.writeOn();
  }

  protected async remove(): Promise<void> {
    const strip = this.strip();
    const index = strip.findIndex(({ id }) => id === this.chosen());
    const next = strip[index + 1] ?? strip[index - 1];
    this.desk.edit({ do: 'remove', path: this.path() });
    if (next) await this.open(next.id);
  }

  /** The phone goes on as a learner would: after the last card it begins again. */
  protected async next(): Promise<void> {
    const strip = this.strip();
    const following = strip[strip.findIndex(({ id }) => id === this.chosen()) + 1] ?? strip[0];
    if (following) await this.open(following.id);
  }

  protected move(by: number): void {
    this.desk.edit({ do: 'move', path: this.path(), by });
  }

  protected keys(event: KeyboardEvent): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || event.ctrlKey || by === undefined) return;
    event.preventDefault();
    this.move(by);
  }

  private mend(): void {
    if (this.mended === history.state) return;
    this.mended = history.state as unknown;
    const fields = [...this.host.querySelectorAll<HTMLTextAreaElement>('section .both textarea')];
    const untranslated = fields.find((field) => field.parentElement?.querySelector('.mark'));
    (untranslated ?? fields.find((field) => field.value === ''))?.focus();
  }

  /** A new card is there to be written: the first field waits for the first letter. */
  private writeOn(): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>('section textarea')?.focus(), { injector: this.injector });
  }

  private put(item: unknown): void {
    const document = this.desk.document();
    if (document) this.desk.edit(behind({ document, translated: {} }, this.path(), item));
  }

  private async open(id: string): Promise<void> {
    await this.router.navigate(this.linkTo(id));
  }
}
