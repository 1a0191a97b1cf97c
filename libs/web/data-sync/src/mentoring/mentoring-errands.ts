import { inject, Injectable } from '@angular/core';
import { Profiles, Store } from '@sala/web/data-device';
import { isMentor, MentorDesk } from './mentor-desk.js';
import { MentorCourses } from './mentor-courses.js';
import { OfflineProofs } from './offline-proofs.js';
import { VoiceBox } from './recordings.js';

/** What is done by the way between learners and mentors whenever the server was reached. */
@Injectable({ providedIn: 'root' })
export class MentoringErrands {
  private readonly store = inject(Store);
  private readonly profiles = inject(Profiles);
  private readonly desk = inject(MentorDesk);
  private readonly courses = inject(MentorCourses);
  private readonly voices = inject(VoiceBox);
  private readonly proofs = inject(OfflineProofs);
  /** Who asks while the server is being asked hears the same answer. */
  private serving?: Promise<boolean> | undefined;

  /** Does what there is to do; what fails is tried at the next contact. */
  async run(): Promise<void> {
    await this.voices.send();
    await this.bringAnswers();
    await this.proofs.renew();
    await this.serveMentors();
  }

  /** For mentors of this phone: their deeds out, their people in, with the voices and lessons that belong to them. */
  serveMentors(): Promise<boolean> {
    this.serving ??= this.serve().finally(() => (this.serving = undefined));
    return this.serving;
  }

  private async serve(): Promise<boolean> {
    const mentors = this.profiles.all().filter(({ personId }) => isMentor(personId));
    if (mentors.length === 0) return true;
    const reached = await this.desk.exchange();
    if (reached) for (const { personId } of mentors) await this.bringFor(personId);
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
