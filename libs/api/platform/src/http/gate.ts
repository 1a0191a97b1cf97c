import type { ServerResponse } from 'node:http';

/**
 * Lets so many large requests in at a time; the others wait with their bodies still on the line, so that a hall full of phones that all have a signal
 * again costs patience and not memory.
 */
export class Gate {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly room: number) {}

  /** Calls back when there is room; the place is free again when the response has ended, however it ended. */
  enter(response: ServerResponse, next: () => void): void {
    const begin = (): void => {
      if (response.destroyed) return this.callNext();
      this.inside++;
      response.once('close', () => {
        this.inside--;
        this.callNext();
      });
      next();
    };
    if (this.inside < this.room) begin();
    else this.waiting.push(begin);
  }

  private callNext(): void {
    if (this.inside < this.room) this.waiting.shift()?.();
  }
}
