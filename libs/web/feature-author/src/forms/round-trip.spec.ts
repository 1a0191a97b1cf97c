import { Component, input } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { grade } from '@sala/domain/assessment';
import { Card, Question, readAs, type CardKind, type QuestionKind, type Response } from '@sala/domain/content';
import { at, blankCard, blankQuestion, starterPractice, type Path } from '@sala/domain/editing';
import { Display } from '@sala/web/ui';
import { begin, COURSE, freshComputer, openTab } from '../../tests/desk-bed.js';
import { DraftServer } from '../../tests/draft-server.js';
import { freshId } from '../desk/ids.js';
import { CARD_FIELDS, shownItem } from '../edit/item-kinds.js';
import { cardKinds, questionKinds } from '../edit/kind-messages.js';
import { PhoneScreen } from '../preview/phone-screen.js';
import { PreviewDisplay } from '../preview/preview-deeds.js';
import { recipes } from '../start/recipe-messages.js';
import { FormFields } from './form-fields.js';

@Component({
  imports: [PhoneScreen],
  providers: [PreviewDisplay],
  template: `<sala-phone-screen [card]="card()" />`,
})
class Phone {
  readonly card = input.required<Card>();
}

/** What an author answers first about each kind of question, and that it is right. */
const RIGHT: { [K in QuestionKind]: (question: Extract<Question, { kind: K }>) => Response } = {
  'single-choice': ({ kind, options }) => ({ kind, chosen: options.find(({ correct }) => correct)?.id ?? '' }),
  'multiple-choice': ({ kind, options }) => ({ kind, chosen: options.filter(({ correct }) => correct).map(({ id }) => id) }),
  'true-false': ({ kind, isTrue }) => ({ kind, said: isTrue }),
  order: ({ kind, items }) => ({ kind, order: items.map(({ id }) => id) }),
  match: ({ kind, pairs }) => ({ kind, matched: Object.fromEntries(pairs.map(({ id }) => [id, id])) }),
  sort: ({ kind, items }) => ({ kind, sorted: Object.fromEntries(items.map(({ id, group }) => [id, group])) }),
  'tap-picture': ({ kind, areas: [area] }) => ({ kind, left: (area?.left ?? 0) + 1, top: (area?.top ?? 0) + 1 }),
  'fill-word': ({ kind, accepted }) => ({ kind, word: accepted[0] ?? '' }),
  number: ({ kind, answer }) => ({ kind, said: String(answer) }),
  judge: ({ kind, verdict, reasons }) => ({ kind, verdict, reasons: reasons.filter(({ correct }) => correct).map(({ id }) => id) }),
  recorded: ({ kind, medium }) => ({ kind, medium, kept: COURSE }),
};

const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u200b\u2060]/g, '');
const settle = async (fixture: ComponentFixture<unknown>): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
  }
};

describe('what is written in a form', () => {
  let server: DraftServer;
  let tab: Awaited<ReturnType<typeof openTab>>;

  beforeEach(async () => {
    freshComputer();
    server = new DraftServer();
    tab = await openTab(server);
    await begin(tab.shelf);
    await tab.desk.open(COURSE);
    TestBed.inject(Display).language.set('en');
    // jsdom loads no stylesheets; the simulated phone waits for its own.
    document.head.innerHTML = '<link rel="x" href="practice.css">';
  });

  const type = (box: HTMLInputElement | HTMLTextAreaElement, words: string): void => {
    box.value = words;
    for (const name of ['input', 'change', 'blur']) box.dispatchEvent(new Event(name));
  };

  /** Fills in every field of a card, as an author who leaves nothing out. */
  async function fillIn(card: Card): Promise<Card> {
    const { desk } = tab;
    const lesson = desk.document()?.lessons[0]?.id ?? '';
    const practice = starterPractice(recipes[0].words.practice, freshId, '2026-11-27');
    desk.edit({ do: 'put', path: ['practices'], value: [practice] });
    desk.edit({ do: 'put', path: ['lessons', lesson, 'cards'], value: [card] });
    const path: Path = ['lessons', lesson, 'cards', card.id];
    const form = TestBed.createComponent(FormFields);
    form.componentRef.setInput('fields', CARD_FIELDS[card.kind]);
    form.componentRef.setInput('path', path);
    await settle(form);
    const root = form.nativeElement as HTMLElement;
    const all = <T extends Element>(selector: string): T[] => Array.from(root.querySelectorAll<T>(selector));
    for (const add of all<HTMLButtonElement>('button.link')) if (/^Add: /.test(plain(add.textContent).trim())) add.click();
    await settle(form);
    for (const box of all<HTMLInputElement>('input[type=file]')) {
      const use = box.accept.startsWith('image')
        ? 'image/png'
        : box.accept.startsWith('audio')
          ? 'audio/webm'
          : box.accept.startsWith('.vtt')
            ? 'text/vtt'
            : 'video/webm';
      Object.defineProperty(box, 'files', { value: [new Blob([`a file of ${use}`], { type: use })], configurable: true });
      box.dispatchEvent(new Event('change'));
    }
    await settle(form);
    all<HTMLTextAreaElement>('textarea').forEach((box, n) => type(box, box.lang === 'km' ? `ពាក្យ ${n}` : `words ${n}`));
    all<HTMLInputElement>('input[type=text]').forEach((box) => type(box, box.inputMode === 'decimal' ? box.value || '5' : 'word'));
    for (const select of all<HTMLSelectElement>('select'))
      if (select.value === '') {
        select.value = practice.id;
        select.dispatchEvent(new Event('change'));
      }
    await settle(form);
    return at(desk.document(), path) as Card;
  }

  async function onPhone(card: Card): Promise<string> {
    const phone = TestBed.createComponent(Phone);
    phone.componentRef.setInput('card', card);
    for (let turn = 0; turn < 3; turn++) await settle(phone);
    return plain((phone.nativeElement as HTMLElement).textContent);
  }

  it.each(cardKinds.filter((kind) => kind !== 'question'))('is a whole %s card that a phone shows', async (kind: CardKind) => {
    const card = await fillIn(blankCard(kind, freshId));
    expect(readAs(Card, card)).toEqual({ ok: true, value: card });
    expect(await onPhone(card)).toContain(kind === 'practice' ? 'Open' : plain(card.title.km));
    await tab.desk.save();
    expect(at(server.drafts.get(COURSE)?.document, ['lessons', 0, 'cards', 0, 'id'])).toBe(card.id);
  });

  it.each(questionKinds)('is a whole %s question that a phone asks and grades', async (kind) => {
    const blank = blankCard('question', freshId);
    const title = { km: 'សំណួរ', en: 'Question' };
    const card = await fillIn({ ...blank, title, question: blankQuestion(kind, freshId) } as Card);
    const question = card.kind === 'question' ? card.question : undefined;
    expect(readAs(Question, question)).toEqual({ ok: true, value: question });
    expect(readAs(Card, card).ok).toBe(true);
    expect(await onPhone(card)).toContain(plain(question?.prompt.km));
    const right = RIGHT[kind] as (question: Question | undefined) => Response;
    const outcome = grade(question as Question, right(question));
    expect(outcome.correct || outcome.waiting).toBe(true);
  });

  it.each([...cardKinds])('is nothing yet in an empty or broken %s card, and the phone shows it all the same', async (kind) => {
    const blank = blankCard(kind, freshId);
    for (const unfinished of [blank, { id: blank.id, kind }, { ...blank, title: 7, steps: 'x', question: { kind: 'order', items: {} } }]) {
      const card = shownItem('cards', unfinished);
      expect(card?.kind).toBe(kind);
      if (card) await onPhone(card);
    }
    expect(shownItem('cards', { id: 'x', kind: 'unheard-of' })).toBeUndefined();
  });
});
