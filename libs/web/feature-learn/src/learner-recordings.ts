import { inject, Injectable } from '@angular/core';
import { Rehearsals } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import type { Recordings } from '@sala/web/ui-lesson';

/** The voice and photo answers of the open learner, on this phone. */
@Injectable()
export class LearnerRecordings implements Recordings {
  private readonly rehearsals = inject(Rehearsals);
  private readonly session = inject(Session);

  keep(recording: Blob): Promise<string> {
    return this.rehearsals.keepRecording(this.session.learner()?.personId ?? '', recording);
  }
}
