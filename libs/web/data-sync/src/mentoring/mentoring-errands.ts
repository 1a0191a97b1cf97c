import { inject, Injectable } from '@angular/core';
import { Profiles, Store } from '@sala/web/data-device';
import { Uplink } from '../uplink.js';
import { isMentor, MentorDesk } from './mentor-desk.js';
import { MentorCourses } from './mentor-courses.js';
import { OfflineProofs } from './offline-proofs.js';
import { VoiceBox } from './recordings.js';

const RETRY_MS = 5_000;

/** What is done by the way between learners and mentors whenever the server was reached. */
@Injectable({ providedIn: 'root' })
export class MentoringErrands {
  private readonly store = inject(Store);
  private readonly profiles = inject(Profiles);
  private readonly desk = inject(MentorDesk);
  private readonly courses = inject(MentorCourses);
  private readonly voices = inject(VoiceBox);
  private readonly uplink = inject(Uplink);
  private readonly proofs = inject(OfflineProofs);
  /** Who asks while the server is being asked hears the same answer. */
  private serving?: Promise<boolean> | undefined;

  /** Does what there is to do, and says whether the server was reached; what fails is tried at the next contact. */
  async run(): Promise<boolean> {
    await this.voices.send();
    await this.bringAnswers();
    await this.proofs.renew();
    return this.serveMentors();
  }

  /** Does it because a mentor did something just now; where the server is not reached, the uplink asks for the next contact. */
  async runNow(): Promise<void> {
    if (!(await this.run().catch(() => false))) this.uplink.soon(RETRY_MS);
  }

  /** For mentors of this phone: their deeds out, their people in, with the voices and lessons that belong to them. */
  serveMentors(): Promise<boolean> {
    this.serving ??= this.serve().finally(() => (this.serving = undefined));
    return this.serving;
  }

  private async serve(): Promise<boolean> {
    const mentors = this.profiles.all().filter(({ personId }) => isMentor(personId));
    let reached: boolean;
    do {
      reached = await this.desk.exchange();
      if (reached) for (const { personId } of mentors) await this.bringFor(personId);
      // What was done while the voices came waits for no other contact, which may be days away.
    } while (reached && (await this.desk.hasUnsent()));
    return reached;
  }

  /** What mentors said must be heard where there is no line. */
  private async bringAnswers(): Promise<void> {
    const words = await (await this.store.database()).getAll('word');
    for (const { learnerId, body } of words)
      if ('voice' in body && body.voice !== undefined) await this.voices.bring(learnerId, { personId: learnerId, id: body.voice });
  }

  private async bringFor(mentorId: string): Promise<void> {
    const people = (await (await this.store.database()).get('roster', [mentorId, 'people']))?.people ?? [];
    for (const { person, asked, toMark } of people) {
      const ids = [...asked.flatMap(({ voice, isHeard }) => (isHeard && voice ? [voice] : [])), ...toMark.flatMap(({ recording, isHere }) => (isHere && recording ? [recording] : []))]; // prettier-ignore
      for (const id of ids) await this.voices.bring(mentorId, { personId: person.id, id });
    }
    await this.courses.prepare(people);
  }
}
