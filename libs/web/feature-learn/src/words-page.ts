import { Component, computed, inject, resource } from '@angular/core';
import { labelsOf, Practice } from '@sala/domain/practice';
import { PackageStore, type StoredVersion } from '@sala/web/data-device';
import { Progress } from '@sala/web/data-sync';
import { Heading, Listen, Notice, Page, Wording, type Message } from '@sala/web/ui';
import * as v from 'valibot';
import { readGlossary } from './glossary.js';
import { messages } from './messages.js';
import { rareMessages } from './rare-messages.js';
import { Shelf } from './shelf.js';

interface KeptWord {
  label: string;
  meaning?: Message | undefined;
  course: Message;
}

/** The English words that the learner kept, with what they mean and how they sound. */
@Component({
  selector: 'sala-words-page',
  imports: [Heading, Listen, Notice, Page],
  template: `
    <sala-page back="/progress" help="lesson">
      <h1 salaHeading>{{ say(words.myWords) }}</h1>
      @if (kept.value(); as kept) {
        @for (word of kept; track word.label) {
          <section class="card">
            <div class="row middle">
              <sala-listen [text]="word.label" language="en" />
              <h2 class="rest" lang="en">{{ word.label }}</h2>
            </div>
            @if (word.meaning; as meaning) {
              <div class="row middle">
                <sala-listen [text]="say(meaning)" />
                <p class="rest">{{ say(meaning) }}</p>
              </div>
            }
            <p class="small">{{ say(words.fromCourse, { course: word.course }) }}</p>
          </section>
        } @empty {
          <sala-notice>{{ say(words.noWords) }}</sala-notice>
        }
      }
    </sala-page>
  `,
})
export class WordsPage {
  private readonly packages = inject(PackageStore);
  private readonly progress = inject(Progress);
  private readonly shelf = inject(Shelf);
  protected readonly say = inject(Wording).say;
  protected readonly words = { ...messages, ...rareMessages };
  private readonly labels = computed(() =>
    this.shelf.courses().flatMap((course) => {
      const facts = Object.values(this.progress.ofCourse(course.entry.courseId));
      const labels = [...new Set(facts.flatMap((lesson) => lesson.words))].sort((a, b) => a.localeCompare(b));
      return labels.length > 0 ? [{ course, labels }] : [];
    }),
  );
  protected readonly kept = resource({
    params: () => (this.shelf.ready() ? this.labels() : undefined),
    loader: async ({ params }): Promise<KeptWord[]> => {
      const lists = await Promise.all(
        params.map(async ({ course, labels }) => {
          const meanings = course.version ? await this.meanings(course.version) : new Map<string, Message>();
          return labels.map((label) => ({ label, meaning: meanings.get(label.toLowerCase()), course: course.entry.title }));
        }),
      );
      return lists.flat();
    },
  });

  /** What the words of a course mean: by its glossary, else by the buttons of its practices. */
  private async meanings(version: StoredVersion): Promise<ReadonlyMap<string, Message>> {
    const paths = version.manifest.files.map((file) => file.path).filter((path) => path.startsWith('practices/') && path.endsWith('.json'));
    const documents = await Promise.all(paths.map((path) => this.packages.document(version, path)));
    const practices = documents.flatMap((document) => {
      const read = v.safeParse(Practice, document);
      return read.success ? labelsOf(read.output) : [];
    });
    const glossary = Object.values(await readGlossary(this.packages, version));
    return new Map([...practices, ...glossary].map(({ label, meaning }) => [label.toLowerCase(), meaning]));
  }
}
