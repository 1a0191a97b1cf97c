/** A text in both languages. */
export const text = (km: string, en = 'English'): { km: string; en: string } => ({ km, en });
/** A short one. */
export const line = text('ចុចតំណម្ដង។');
const question = (id: string): object => ({
  id,
  kind: 'question',
  title: line,
  question: {
    id,
    kind: 'single-choice',
    prompt: line,
    options: [
      { id: 'a', text: line, correct: true, feedback: line },
      { id: 'b', text: line, correct: false, feedback: line },
    ],
  },
});

/** A small course that may go out. */
export function smallCourse(id: string, ...cards: object[]): Record<string, unknown> {
  const slug = `course-${id.slice(0, 8)}`;
  const lesson = {
    id: 'first',
    title: line,
    outcome: line,
    minutes: 3,
    khmerReview: 'draft',
    cards: [question('q1'), question('q2'), ...cards],
  };
  return { format: 1, id, slug, title: line, summary: line, lessons: [lesson], practices: [], quizzes: [], glossary: {} };
}
