import { brotliCompressSync } from 'node:zlib';
import { readCourse } from '@sala/domain/content';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { curriculum, lintCourse, type CurriculumCourse } from './index.js';

describe('the curriculum', () => {
  let courses: CurriculumCourse[] = [];
  beforeAll(async () => {
    courses = await curriculum();
  });

  it('has courses that fit the schema', () => {
    expect(courses.map(({ course }) => readCourse(course)).filter((read) => !read.ok)).toEqual([]);
    expect(courses.length).toBeGreaterThan(0);
  });

  it('passes every publish check and every rule of our own', () => {
    expect(courses.flatMap(lintCourse)).toEqual([]);
  });

  it('keeps the text of a lesson under 8 kB on the line', () => {
    for (const { course } of courses) {
      const read = readCourse(course);
      for (const lesson of read.ok ? read.value.lessons : []) expect(brotliCompressSync(JSON.stringify(lesson)).length).toBeLessThan(8_000);
    }
  });

  it('marks Khmer that no native reader has signed as a draft', () => {
    const lessons = courses.flatMap(({ course }) => {
      const read = readCourse(course);
      return read.ok ? read.value.lessons : [];
    });
    expect(lessons.map((lesson) => lesson.khmerReview)).toEqual(lessons.map(() => 'draft'));
  });
});
