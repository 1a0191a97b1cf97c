import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { PersonName } from '@sala/contract/dto';
import { khmerWhen } from '@sala/domain/khmer';
import { PackageStore, ServerNews, type StoredVersion } from '@sala/web/data-device';
import { Contact } from '@sala/web/data-sync';
import { Display, type Message } from '@sala/web/ui';
import { messages } from './messages.js';

/** Names of people, lessons and moments as a mentor reads them. */
@Injectable({ providedIn: 'root' })
export class Titles {
  private readonly packages = inject(PackageStore);
  private readonly news = inject(ServerNews);
  private readonly display = inject(Display);
  private readonly contact = inject(Contact);
  private readonly versions = signal<readonly StoredVersion[]>([]);

  constructor() {
    effect(() => {
      this.packages.revision();
      untracked(() => void this.packages.allCurrent().then((versions) => this.versions.set(versions)));
    });
  }

  /** The courses that are published, with the version on this phone where there is one. */
  courses(): { courseId: string; title: Message; version?: StoredVersion }[] {
    return (this.news.catalogue()?.courses ?? []).map(({ courseId, title }) => {
      const version = this.versions().find((one) => one.courseId === courseId);
      return { courseId, title, ...(version ? { version } : {}) };
    });
  }

  /** The title of a course. */
  course(courseId: string): Message {
    return this.courses().find((one) => one.courseId === courseId)?.title ?? messages.thisCourse;
  }

  /** The title of a lesson or quiz, else of its course. */
  lesson(courseId: string, lessonId: string): Message {
    const manifest = this.versions().find((one) => one.courseId === courseId)?.manifest;
    const units = [...(manifest?.lessons ?? []), ...(manifest?.quizzes ?? [])];
    return units.find(({ id }) => id === lessonId)?.title ?? this.course(courseId);
  }

  /** A person's name in the language of the screen. */
  name({ familyName, givenName, familyNameLatin, givenNameLatin }: PersonName): string {
    return this.display.language() === 'km' ? `${familyName} ${givenName}` : `${familyNameLatin} ${givenNameLatin}`;
  }

  /** A moment as people say it. */
  when(moment: string | number): Message {
    const date = new Date(moment);
    return { km: khmerWhen(date, this.contact.now()), en: date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }) };
  }
}
