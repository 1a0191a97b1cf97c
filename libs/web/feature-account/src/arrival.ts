import { Injectable } from '@angular/core';

/** Where somebody wanted to go before the first start's questions; kept in memory, because the address of a card is a secret. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  address = '/';
}
