import { Injectable, signal } from '@angular/core';
import type { MentorDeedKind } from '@sala/domain/mentoring';

/** What was done last, and for whom, so that the person's page can say that it is kept. */
@Injectable({ providedIn: 'root' })
export class JustDone {
  readonly deed = signal<{ personId: string; kind: MentorDeedKind } | undefined>(undefined);
}
