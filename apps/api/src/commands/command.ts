import type { INestApplicationContext } from '@nestjs/common';

/** What a command is given: the rooms, and the words after its name. */
export interface Run {
  readonly app: INestApplicationContext;
  readonly words: readonly string[];
  /** Prints a line. */
  readonly say: (line: string) => void;
}

/** A command of the operator. Gives the exit code. */
export type Command = (run: Run) => Promise<number>;

/** What an operator did wrong, as a sentence that says what to do. */
export class Mistake extends Error {}
