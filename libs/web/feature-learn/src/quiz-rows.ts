import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuizOutline } from '@sala/domain/publishing';
import { Icon, Wording } from '@sala/web/ui';
import { messages } from './messages.js';

/** Tests of a course to choose from. */
@Component({
  selector: 'sala-quiz-rows',
  imports: [Icon, RouterLink],
  host: { class: 'options' },
  template: `
    @for (quiz of quizzes(); track quiz.id) {
      <a class="lesson-row" [routerLink]="['/course', slug(), 'test', quiz.id]">
        <span class="mark" [class.completed]="quiz.passed" aria-hidden="true"><sala-icon [name]="quiz.passed ? 'tick' : 'card'" /></span>
        <span class="rest">
          <span class="strong">{{ say(quiz.title) }}</span>
          <br /><span class="small"
            >{{ say(words.questions, { count: quiz.questions }) }}{{ quiz.passed ? ' · ' + say(words.passed) : '' }}</span
          >
        </span>
        <sala-icon name="next" />
      </a>
    }
  `,
})
export class QuizRows {
  protected readonly say = inject(Wording).say;
  protected readonly words = messages;
  readonly slug = input.required<string>();
  readonly quizzes = input.required<readonly (QuizOutline & { passed: boolean })[]>();
}
