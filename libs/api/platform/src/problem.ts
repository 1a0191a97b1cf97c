import { PROBLEMS, type ProblemCode, type ProblemReply } from '@sala/contract/routes';

/** What a problem reply tells besides its code. */
export type ProblemDetails = Pick<ProblemReply, 'errors' | 'retryAfter' | 'triesLeft'>;

/** The one way to refuse a request: a code of the contract, answered as `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
  }

  /** The HTTP status of the code. */
  get status(): number {
    return PROBLEMS[this.code];
  }
}

/** A value of a request that breaks a rule which needs more than its shape to see. */
export function invalid(path: string, rule: string): Problem {
  return new Problem('invalid-request', { errors: [{ path, rule }] });
}
