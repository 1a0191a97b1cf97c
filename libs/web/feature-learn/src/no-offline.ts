import { Component, inject } from '@angular/core';
import { Wording } from '@sala/web/ui';
import { noOfflineMessages } from './no-offline-messages.js';

/** Says why Sala can't be kept here for where there is no line: the address, or the browser. */
@Component({
  selector: 'sala-no-offline',
  template: `<p class="small">{{ say(reason) }}</p>`,
})
export class NoOffline {
  protected readonly say = inject(Wording).say;
  protected readonly reason = isSecureContext ? noOfflineMessages.noOfflineBrowser : noOfflineMessages.noOffline;
}
