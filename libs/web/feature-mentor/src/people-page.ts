import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonInRoster } from '@sala/contract/dto';
import { initialOf } from '@sala/domain/khmer';
import type { StoredDeed } from '@sala/web/data-device';
import { Uplink } from '@sala/web/data-sync';
import { MentorDesk, MentoringErrands } from '@sala/web/data-sync/mentoring';
import { Busy, Heading, Icon, Notice, Page, Wording } from '@sala/web/ui';
import { deedMessages } from './deed-messages.js';
import { DEED_WORDS, REFUSAL_WORDS } from './deed-words.js';
import { messages } from './messages.js';
import { ReasonWords } from './reasons.js';
import { Titles } from './titles.js';

interface Row {
  person: PersonInRoster;
  initial: string;
  name: string;
  why: string;
  needs: boolean;
}

/** The mentor's people: who needs a visit first, each with the reason in words. */
@Component({
  selector: 'sala-mentored-people-page',
  imports: [Busy, Heading, Icon, Notice, Page, RouterLink],
  templateUrl: './people-page.html',
})
export class MentoredPeoplePage {
  private readonly errands = inject(MentoringErrands);
  private readonly uplink = inject(Uplink);
  private readonly reasons = inject(ReasonWords);
  protected readonly titles = inject(Titles);
  protected readonly desk = inject(MentorDesk);
  protected readonly say = inject(Wording).say;
  protected readonly soften = inject(Wording).soften;
  protected readonly words = { ...messages, ...deedMessages };
  private readonly rows = computed(() => this.desk.visits().flatMap(({ personId, reasons }): Row[] => {
    const person = this.desk.person(personId);
    if (!person) return [];
    const alone = person.lessons.filter(({ standing }) => standing.how === 'alone').length;
    const why = reasons.length > 0 ? reasons.map((reason) => this.reasons.of(reason)).join(' · ') : this.say(messages.fine, { count: alone });
    const { familyName } = person.person;
    return [{ person, why, needs: reasons.length > 0, name: this.titles.name(person.person), initial: initialOf(familyName) }];
  })); // prettier-ignore
  protected readonly first = computed(() => this.rows().filter(({ needs }) => needs));
  protected readonly others = computed(() => this.rows().filter(({ needs }) => !needs));

  constructor() {
    // Whenever the line was used, the people are fetched anew; without one the list of this phone stands.
    effect(() => {
      const { line } = this.uplink.state();
      untracked(() => void (line === 'reached' ? this.errands.serveMentors() : this.desk.load()).catch(() => undefined));
    });
    void this.desk.load();
  }

  protected refusedWords({ deed, code = 'unknown' }: StoredDeed): string {
    const person = this.desk.person(deed.learnerId)?.person;
    return this.say(deedMessages.refusedOf, {
      what: DEED_WORDS[deed.kind],
      name: person ? this.titles.name(person) : this.say(messages.others),
      why: REFUSAL_WORDS[code],
    });
  }
}
