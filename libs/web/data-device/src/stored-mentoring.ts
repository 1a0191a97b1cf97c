import type { MentorWord, PersonInRoster } from '@sala/contract/dto';
import type { DeedRefusal } from '@sala/contract/routes';
import type { MentorDeed } from '@sala/domain/mentoring';

/** What a mentor did for a learner of this phone. */
export interface StoredWord extends MentorWord {
  learnerId: string;
  /** When the learner put it away (epoch ms). */
  readAt?: number;
}

/** A mentor's people as the server last told them. */
export interface StoredRoster {
  mentorId: string;
  name: 'people';
  hash: string;
  epoch: string;
  /** When it came (epoch ms). */
  at: number;
  people: PersonInRoster[];
}

/** What a mentor did on this phone, and where it is on its way. */
export interface StoredDeed {
  mentorId: string;
  id: string;
  state: 'waiting' | 'accepted' | 'refused';
  code?: DeedRefusal;
  deed: MentorDeed;
  /** When it was done (epoch ms). */
  at: number;
}
