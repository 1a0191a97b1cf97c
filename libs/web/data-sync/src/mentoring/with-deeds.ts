import type { PersonInRoster, PersonName } from '@sala/contract/dto';
import { isWhole, type MentorDeed, type PersonSeen } from '@sala/domain/mentoring';

/** A person of the roster with what the mentor did since it came: the phone shows it at once, with or without a line. */
export function withDeeds(person: PersonInRoster, deeds: readonly MentorDeed[], mentor: PersonName): PersonInRoster {
  return deeds.filter((deed) => deed.learnerId === person.person.id).reduce((now, deed) => withDeed(now, deed, mentor), person);
}

function withDeed(person: PersonInRoster, deed: MentorDeed, mentor: PersonName): PersonInRoster {
  switch (deed.kind) {
    case 'visit.noted': {
      if (person.visits.some(({ at }) => at === deed.doneAt)) return person;
      const { way, next, words } = deed.body;
      const visit = { at: deed.doneAt, by: mentor, way, next, ...(words === undefined ? {} : { words }) };
      return { ...person, visits: [...person.visits, visit].sort((a, b) => (a.at < b.at ? 1 : -1)) };
    }
    case 'help.answered':
      return { ...person, asked: person.asked.filter(({ id }) => id !== deed.body.asked) };
    case 'answer.marked':
      return { ...person, toMark: person.toMark.filter(({ id }) => id !== deed.body.answer) };
    case 'work.signed':
      return isWhole(deed.body) ? withSignedOff(person, deed.body) : person;
    case 'course.assigned':
      return { ...person, assigned: [...new Set([...person.assigned, deed.body.courseId])] };
    case 'attempt.confirmed':
    case 'attempt.declined':
      return { ...person, disowned: person.disowned.filter(({ id }) => id !== deed.body.disowned) };
  }
}

function withSignedOff(person: PersonInRoster, { courseId, lessonId, cardId }: { courseId: string; lessonId: string; cardId: string }) {
  const isIt = (one: { courseId: string; lessonId: string }): boolean => one.courseId === courseId && one.lessonId === lessonId;
  const begun = { how: 'not-yet', started: true, practices: {}, ticked: [], signedOff: [] } as const;
  const { standing } = person.lessons.find(isIt) ?? { standing: begun };
  const signedOff = [...new Set([...standing.signedOff, cardId])].sort();
  const lesson = {
    courseId,
    lessonId,
    standing: { ...standing, practices: { ...standing.practices }, ticked: [...standing.ticked], signedOff },
  };
  return { ...person, lessons: [...person.lessons.filter((one) => !isIt(one)), lesson] };
}

const moment = (at: string | undefined): number | undefined => (at === undefined ? undefined : Date.parse(at));

/** A person as the rule of visits sees them. A visit at which nobody was reached is none. */
export function seenOf({ person, since, lastSeen, fullSince, visits, tries, asked }: PersonInRoster): PersonSeen {
  const reached = visits.filter(({ way }) => way !== 'not-reached').map(({ at }) => Date.parse(at));
  return {
    personId: person.id,
    since: Date.parse(since),
    lastSeen: moment(lastSeen),
    fullSince: moment(fullSince),
    lastVisit: reached.length > 0 ? Math.max(...reached) : undefined,
    tries,
    asked: asked.map(({ id, askedAt }) => ({ id, askedAt: Date.parse(askedAt) })),
  };
}
