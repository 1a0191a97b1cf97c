/** The roles a person can hold, each at a place. */
export const ROLES = ['learner', 'mentor', 'trainer', 'reviewer', 'officer', 'administrator'] as const;
/** One of the roles of `ROLES`. */
export type Role = (typeof ROLES)[number];

/** A role held at a place: it reaches that place and everything below it. */
export interface RoleAtPlace {
  role: Role;
  /** The official code of the place, or `NATION`. */
  place: string;
}
