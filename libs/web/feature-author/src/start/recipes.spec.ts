import { describe, expect, it } from '@jest/globals';
import { readCourse } from '@sala/domain/content';
import { blankLesson, newCourse, recipeLesson } from '@sala/domain/editing';
import { checkForPublishing, readDraft } from '@sala/domain/publishing';
import { freshId, newCourseId } from '../desk/ids.js';
import { recipes } from './recipe-messages.js';

describe('a course that begins', () => {
  it.each(recipes.map((recipe) => [recipe.name.en, recipe] as const))('from “%s” lacks nothing but its name', (_name, { words }) => {
    const { lesson, practices } = recipeLesson(words, freshId, '2026-11-27');
    const { document } = newCourse(newCourseId(), lesson, practices);
    const named = { ...document, title: words.title, summary: words.outcome };
    const read = readCourse(named);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && checkForPublishing(read.value, [])).toEqual([]);
  });

  it('from an empty page can be kept as it is', () => {
    expect(readDraft(newCourse(newCourseId(), blankLesson(freshId)).document)).toMatchObject({ ok: true });
  });
});
