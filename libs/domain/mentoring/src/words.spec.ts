import { describe, expect, it } from '@jest/globals';
import { LearningEvent, withoutWords, type Told } from '@sala/domain/learning';
import { deedWithoutWords, MentorDeed, type Done } from './index.js';

interface Schema {
  readonly type: string;
  readonly pipe?: readonly { readonly type: string; readonly kind: string }[];
  readonly entries?: Record<string, Schema>;
  readonly options?: readonly (Schema | string)[];
  readonly item?: Schema;
  readonly value?: Schema;
  readonly wrapped?: Schema;
  readonly literal?: unknown;
}

const UUID = '01938000-0000-7000-8000-000000000001';
const WORDS = 'ពាក្យដែលសរសេរ';
/** What is chosen among what a lesson offers, although its schema is any text: parts of a screen that were tapped, and a label of it. */
const CHOSEN = ['wrong', 'label'];

/** Every value that a schema allows, as far as its words go: wherever any text may stand there are our words. */
function written(schema: Schema, name = ''): unknown[] {
  const checks = schema.pipe?.slice(1).map(({ type }) => type) ?? [];
  switch (schema.type) {
    case 'variant':
      return (schema.options as readonly Schema[]).flatMap((option) => written(option));
    case 'object':
      return Object.entries(schema.entries ?? {}).reduce<object[]>(
        (made, [key, entry]) => made.flatMap((one) => written(entry, key).map((value) => ({ ...one, [key]: value }))),
        [{}],
      );
    case 'optional':
      return written(schema.wrapped as Schema, name);
    case 'array':
      return written(schema.item as Schema, name).map((value) => [value]);
    case 'record':
      return written(schema.value as Schema, name).map((value) => ({ one: value }));
    case 'literal':
      return [schema.literal];
    case 'picklist':
      return [schema.options?.[0]];
    case 'boolean':
      return [true];
    case 'number':
      return [1];
    case 'string':
      if (checks.includes('uuid')) return [UUID];
      if (checks.includes('iso_timestamp')) return ['2026-11-27T05:00:00.000Z'];
      return [checks.includes('regex') || CHOSEN.includes(name) ? 'slug' : WORDS];
    default:
      throw new Error(`a schema of a kind that this test doesn't know: ${schema.type}`);
  }
}

describe('a line of the log without its words', () => {
  const events = written(LearningEvent as unknown as Schema) as Told[];
  const deeds = written(MentorDeed as unknown as Schema) as Done[];
  const kindsIn = (lines: readonly { kind: string }[]): string[] => [...new Set(lines.map(({ kind }) => kind))].sort();

  it('holds nothing that anybody wrote, whatever its kind', () => {
    const withWords = (lines: readonly { kind: string }[]) => lines.filter((line) => JSON.stringify(line).includes(WORDS));
    expect(kindsIn(withWords(events))).toEqual(['help.asked', 'question.answered']);
    expect(kindsIn(withWords(deeds))).toEqual(['answer.marked', 'help.answered', 'visit.noted']);
    for (const event of events) expect(JSON.stringify(withoutWords(event).body)).not.toContain(WORDS);
    for (const deed of deeds) expect(JSON.stringify(deedWithoutWords(deed).body)).not.toContain(WORDS);
  });

  it('names every voice and photo that it named', () => {
    const recordings = [...events.map(withoutWords), ...deeds.map(deedWithoutWords)].flatMap((one) => one.recordings);
    expect(recordings).toEqual([UUID, UUID, UUID]);
  });

  it('is the same as before where it had none, and stays so when it is done again', () => {
    for (const event of events) {
      const { body } = withoutWords(event);
      if (!JSON.stringify(event).includes(WORDS)) expect(body).toEqual(event.body);
      expect(withoutWords({ ...event, body } as Told).body).toEqual(body);
    }
  });
});
