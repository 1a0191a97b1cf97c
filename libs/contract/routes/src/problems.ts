/** Everything that can go wrong with a request, as a code that the apps turn into a sentence in Khmer and English. */
export const PROBLEMS = {
  'invalid-request': 400,
  'not-signed-in': 401,
  'card-refused': 401,
  'ticket-expired': 401,
  'pin-refused': 401,
  'one-time-code-refused': 401,
  'sign-in-refused': 401,
  'pin-locked': 403,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'own-work': 403,
  'already-there': 409,
  'moved-on': 409,
  'wrong-state': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'not-publishable': 422,
  'file-refused': 422,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'server-error': 500,
  'not-ready': 503,
} as const satisfies Record<string, number>;

/** The code of a problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/** A problem reply, RFC 9457 `application/problem+json`. */
export interface ProblemReply {
  /** `/problems/<code>`. */
  type: string;
  code: ProblemCode;
  title: string;
  status: number;
  /** The id under which the request stands in the logs. */
  requestId: string;
  /** What is wrong with the request, by dotted path. */
  errors?: { path: string; rule: string }[];
  /** Seconds until a next try is looked at. */
  retryAfter?: number;
  /** Tries left before the profile is locked. */
  triesLeft?: number;
}

/** Why the learning log refused an event. The event stays on the device and is shown. */
export const REFUSALS = ['malformed', 'not-your-learner', 'unknown-course', 'sequence-reused'] as const;
/** One of `REFUSALS`. */
export type Refusal = (typeof REFUSALS)[number];

/** Why a packet that one phone carried for another was not taken; `later` is worth another try. */
export const PACKET_FAULTS = ['unreadable', 'other-server', 'unknown-phone', 'other-phone', 'later'] as const;
/** One of `PACKET_FAULTS`. */
export type PacketFaultCode = (typeof PACKET_FAULTS)[number];

/** Why a mentor's deed was refused: it stays on the mentor's phone and is explained. `settled`: somebody was faster. */
export const DEED_REFUSALS = ['malformed', 'not-your-learner', 'unknown', 'settled'] as const;
/** One of `DEED_REFUSALS`. */
export type DeedRefusal = (typeof DEED_REFUSALS)[number];
