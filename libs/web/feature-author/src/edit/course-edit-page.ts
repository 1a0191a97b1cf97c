import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { behind, blankLesson, blankQuiz, copyOf, idOf, isPart, isText, listAt, starterPractice, type Path } from '@sala/domain/editing';
import { Heading, Icon, Wording } from '@sala/web/ui';
import { DraftDesk } from '../desk/draft-desk.js';
import { freshId } from '../desk/ids.js';
import { COURSE_FORM } from '../forms/card-forms.js';
import { FormFields } from '../forms/form-fields.js';
import { MemberDeeds } from '../forms/member-deeds.js';
import { recipes } from '../start/recipe-messages.js';
import { EditIcon } from './edit-icon.js';
import { editMessages } from './edit-messages.js';

/** A lesson, test or practice in the list. */
interface Row {
  readonly id: string;
  readonly path: Path;
  readonly link: string[];
  readonly name: string;
  readonly note: string;
}

/** A course while it is written: its title, its lessons in order, its tests, practices and words. */
@Component({
  selector: 'sala-course-edit-page',
  imports: [EditIcon, FormFields, Heading, Icon, MemberDeeds, NgTemplateOutlet, RouterLink],
  host: { class: 'stack course-edit' },
  templateUrl: './course-edit-page.html',
})
export class CourseEditPage {
  private readonly router = inject(Router);
  protected readonly desk = inject(DraftDesk);
  protected readonly say = inject(Wording).say;
  protected readonly words = editMessages;
  protected readonly about = COURSE_FORM;
  protected readonly whole: Path = [];
  protected readonly lessons = computed(() => this.rows('lessons', 'lessons', 'cards'));
  protected readonly tests = computed(() => this.rows('quizzes', 'tests', 'bank'));
  protected readonly practices = computed(() => this.rows('practices', 'practices'));
  protected readonly wordsLink = computed(() => ['/courses', this.desk.courseId(), 'words']);

  protected addLesson(): Promise<void> {
    const lesson = blankLesson(freshId);
    return this.add('lessons', lesson, ['lessons', lesson.id]);
  }

  protected addTest(purpose: 'test' | 'placement'): Promise<void> {
    const name = purpose === 'test' ? editMessages.testName : editMessages.placementName;
    const quiz = { ...blankQuiz(purpose, freshId), title: { km: name.km, en: name.en } };
    return this.add('quizzes', quiz, ['tests', quiz.id]);
  }

  protected addPractice(): Promise<void> {
    const practice = starterPractice(recipes[0].words.practice, freshId, new Date().toISOString().slice(0, 10));
    return this.add('practices', practice, ['practices', practice.id]);
  }

  protected duplicate({ path }: Row): void {
    const document = this.desk.document();
    if (!document) return;
    const list = listAt(document, path.slice(0, -1));
    const copy = copyOf(
      list.find((one) => idOf(one) === path.at(-1)),
      () => freshId('copy'),
    );
    this.desk.edit(behind({ document, translated: {} }, path, copy));
  }

  private async add(list: string, value: object, link: readonly string[]): Promise<void> {
    this.desk.edit({ do: 'insert', list: [list], at: listAt(this.desk.document(), [list]).length, value });
    await this.router.navigate(['/courses', this.desk.courseId(), ...link]);
  }

  private rows(list: string, link: string, items?: 'cards' | 'bank'): Row[] {
    return listAt(this.desk.document(), [list]).map((one): Row => {
      const id = idOf(one) ?? '';
      const title = isPart(one) ? one['title'] : undefined;
      const name = isText(title) && (title.km || title.en) ? this.say(title) : this.say(editMessages.untitled);
      const count = items ? { n: listAt(one, [items]).length } : undefined;
      const note = count ? this.say(items === 'cards' ? editMessages.cardCount : editMessages.questionCount, count) : '';
      return { id, path: [list, id], link: ['/courses', this.desk.courseId(), link, id], name, note };
    });
  }
}
