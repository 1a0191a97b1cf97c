import { inject, Injectable } from '@angular/core';
import { Courier } from './courier.js';
import { PhoneKeys } from './phone-keys.js';

/** What is done by the way whenever the server was reached: getting known to it, and delivering what is carried for others. */
@Injectable({ providedIn: 'root' })
export class Errands {
  private readonly keys = inject(PhoneKeys);
  private readonly courier = inject(Courier);

  /** Does what there is to do; what fails is tried at the next contact. */
  async run(): Promise<void> {
    await this.keys.introduce();
    await this.courier.send();
  }
}
