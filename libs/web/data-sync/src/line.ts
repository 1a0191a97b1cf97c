import { computed, Injectable, signal } from '@angular/core';
import { keepNote, noteOf } from './notes.js';

/** What some browsers tell of the line. */
interface Connection extends EventTarget {
  readonly type?: string;
  readonly saveData?: boolean;
}

const KEY = 'sala.wifi-only';

/** What the line costs, as far as the browser tells it, and what the learner allows. */
@Injectable({ providedIn: 'root' })
export class Line {
  private readonly connection = (navigator as { connection?: Connection }).connection;
  /** Whether the line is Wi-Fi or a cable; undefined where the browser doesn't tell. */
  readonly isWifi = signal(this.look());
  /** Whether courses may come over Wi-Fi alone, kept on this phone. */
  readonly wifiOnly = signal(noteOf(KEY) === 'yes');
  /** Whether the line and the learner allow a download. */
  readonly allows = computed(() => !(this.wifiOnly() && this.isWifi() === false));

  constructor() {
    this.connection?.addEventListener('change', () => this.isWifi.set(this.look()));
  }

  /** Whether the browser was told to save data. */
  saves(): boolean {
    return this.connection?.saveData === true;
  }

  /** Chooses whether courses may come over Wi-Fi alone. */
  chooseWifiOnly(only: boolean): void {
    this.wifiOnly.set(only);
    keepNote(KEY, only ? 'yes' : 'no');
  }

  private look(): boolean | undefined {
    const type = this.connection?.type;
    return type === undefined ? undefined : type === 'wifi' || type === 'ethernet';
  }
}
