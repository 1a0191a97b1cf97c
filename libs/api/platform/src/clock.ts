import { Injectable } from '@nestjs/common';

/** The time by which delays and ends are measured; a test may set it. */
@Injectable()
export class Clock {
  /** This moment. */
  now(): Date {
    return new Date();
  }
}
