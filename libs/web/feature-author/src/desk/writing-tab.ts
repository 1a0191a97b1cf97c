import { DestroyRef, inject, Injectable, signal } from '@angular/core';

type Word = 'saved' | 'hand-over';

/** Of the tabs in which a draft is open, the one that writes in it; the others follow what it saves. */
@Injectable()
export class WritingTab {
  private channel?: BroadcastChannel;
  private release?: () => void;
  private name = '';
  /** Whether the draft is this tab's to keep and to send; longer than it may be written in here, by the time that handing over takes. */
  holds = false;
  /** Whether this tab writes; undefined until it is known. */
  readonly writes = signal<boolean | undefined>(undefined);
  /** What is done when another tab saved, before this one hands over, and when this one begins to write. */
  onSaved: () => void = () => undefined;
  beforeHandOver: () => Promise<unknown> = () => Promise.resolve();
  onTurn: () => void = () => undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.release?.();
      this.channel?.close();
    });
  }

  /** Takes the draft for this tab, or follows the one that has it until that is closed. Gives whether this tab writes. */
  async take(draft: string): Promise<boolean> {
    this.name = `sala-draft-${draft}`;
    if (typeof BroadcastChannel !== 'undefined') {
      this.channel = new BroadcastChannel(this.name);
      this.channel.onmessage = ({ data }: MessageEvent<Word>) => void this.hear(data);
    }
    // Without locks (plain http) nothing tells the tabs apart; the server's revisions still do.
    const isFree = !('locks' in navigator) || (await this.ask({ ifAvailable: true }));
    this.holds = isFree;
    this.writes.set(isFree);
    if (!isFree) this.queue();
    return isFree;
  }

  /** Asks the tab that writes to let this one write. */
  askForTurn(): void {
    this.say('hand-over');
  }

  /** Tells the other tabs that something was saved on this computer. */
  tellSaved(): void {
    this.say('saved');
  }

  private say(word: Word): void {
    this.channel?.postMessage(word);
  }

  private async hear(word: Word): Promise<void> {
    if (word === 'saved' && !this.writes()) this.onSaved();
    if (word !== 'hand-over' || !this.writes()) return;
    this.writes.set(false);
    await this.beforeHandOver();
    this.holds = false;
    this.release?.();
    this.queue();
  }

  /** Resolves with whether the lock was had; it is held until it is released. */
  private ask(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(this.name, options, (lock) => {
          resolve(lock !== null);
          return lock ? new Promise<void>((done) => (this.release = done)) : undefined;
        })
        .catch(reject);
    });
  }

  private queue(): void {
    void this.ask({}).then(() => {
      this.holds = true;
      this.writes.set(true);
      this.onTurn();
    });
  }
}
