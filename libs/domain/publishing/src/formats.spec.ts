import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readManifest, type Manifest } from './index.js';
import { downloadPlan } from './download.js';

const folder = new URL('../fixtures/', import.meta.url);
const read = (name: string): Manifest => {
  const one = readManifest(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!one.ok) throw new Error(JSON.stringify(one.findings));
  return one.value;
};

// A published version never changes: a phone may keep one of any released form. A new form is a new file beside these.
describe('manifests of every released form', () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith('manifest-')))(
    '%s is read by today’s code and can be downloaded',
    (name) => {
      const manifest = read(name);
      expect(manifest).toMatchObject({ slug: 'join-zoom', lessons: [{ id: 'join-by-link', minutes: 5 }] });
      const plan = downloadPlan(manifest, new Set(), 'everything');
      expect(plan.parts.flatMap((part) => part.files)).toHaveLength(manifest.files.length);
    },
  );

  it('lack nothing that today’s code asks for', () => {
    expect(read('manifest-1.json')).toMatchObject({ quizzes: [], lessons: [{ uses: [], tests: [], jobs: [] }] });
    expect(read('manifest-2.json')).toMatchObject({ quizzes: [{ practices: [], skips: [] }], lessons: [{ tests: [], jobs: [] }] });
    // A version that does not say which pictures are needed needs them all.
    expect(downloadPlan(read('manifest-2.json'), new Set(), 'voice').total).toBe(8);
  });
});
