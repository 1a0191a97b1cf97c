import { LearningLog, type Ingested } from '@sala/api/learning-log';
import { DeviceContacts, Directory } from '@sala/api/identity';
import { Catalogues, Versions } from '@sala/api/library';
import { invalid, Metrics, Problem, type Caller, type PhoneActor } from '@sala/api/platform';
import { Progress, ProgressProjection } from '@sala/api/progress';
import type { SyncReply, SyncRequest } from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';

const NOTHING: Ingested = { accepted: [], refused: [], missing: [], positions: new Map() };

/** What a phone and the server exchange in one round trip: events in, news out. */
@Injectable()
export class Exchange {
  constructor(
    private readonly log: LearningLog,
    private readonly progress: Progress,
    private readonly projection: ProgressProjection,
    private readonly versions: Versions,
    private readonly catalogues: Catalogues,
    private readonly metrics: Metrics,
    private readonly contacts: DeviceContacts,
    private readonly directory: Directory,
  ) {}

  /** Takes a phone's events and gives it the news of its learners. */
  async exchange(request: SyncRequest, caller: Caller): Promise<SyncReply> {
    const { phone } = caller;
    if (!phone || phone.deviceId !== request.deviceId.toLowerCase()) throw new Problem('not-allowed');
    const forgotten = await this.forgottenOn(request, phone);
    // A phone on which nobody is left has nothing to exchange, but that who was on it is forgotten.
    if (phone.persons.length === 0 && forgotten.length === 0) throw new Problem('not-allowed');
    const { accepted, refused, missing, positions } = await this.take(request, phone);
    const [news, catalogue] = await Promise.all([
      this.newsFor(request, phone, positions),
      this.catalogueFor(request),
      this.contacts.note(phone.deviceId, request.full ?? false),
    ]);
    if (positions.size > 0) this.projection.wake();
    return { accepted, refused, missing, news, ...catalogue, ...mentorsOn(phone), ...(forgotten.length > 0 && { forgotten }) };
  }

  /** Takes a phone's events that somebody else brought, by the very rules of an exchange with the phone itself. */
  async takeCarried(request: Pick<SyncRequest, 'clock' | 'events'>, phone: PhoneActor): Promise<Ingested> {
    const ingested = await this.take(request, phone);
    if (ingested.positions.size > 0) this.projection.wake();
    return ingested;
  }

  private async take(request: Pick<SyncRequest, 'clock' | 'events'>, phone: PhoneActor): Promise<Ingested> {
    if (request.events.length === 0) return NOTHING;
    const clock = new Date(request.clock);
    if (Number.isNaN(clock.getTime())) throw invalid('clock', 'isIso8601');
    const learnerIds = phone.persons.map((person) => person.id);
    const delivery = { deviceId: phone.deviceId, learnerIds, clock, events: request.events };
    const ingested = await this.log.ingest(delivery, (courseId, version) => this.versions.unitsOf(courseId, version));
    this.metrics.countEvents('accepted', ingested.accepted.length);
    this.metrics.countEvents('refused', ingested.refused.length);
    return ingested;
  }

  /** Only of learners on this phone: one who has left it, or was taken from it, is passed over, so that the others aren't held up. */
  private newsFor(request: SyncRequest, phone: PhoneActor, positions: Ingested['positions']): Promise<SyncReply['news']> {
    const here = new Set(phone.persons.map((person) => person.id));
    const asked = new Map(request.learners.map(({ learnerId, cursor }) => [learnerId.toLowerCase(), cursor]));
    const own = (learnerId: string): { own?: { first: number; last: number } } => {
      const span = positions.get(learnerId);
      return span ? { own: span } : {};
    };
    return this.progress.news(
      [...asked].filter(([id]) => here.has(id)).map(([learnerId, cursor]) => ({ learnerId, cursor, ...own(learnerId) })),
    );
  }

  /** Whom the phone still holds and the server has forgotten. */
  private forgottenOn({ learners }: SyncRequest, phone: PhoneActor): Promise<string[]> {
    const here = new Set(phone.persons.map((person) => person.id));
    return this.directory.forgottenOf(learners.map(({ learnerId }) => learnerId.toLowerCase()).filter((id) => !here.has(id)));
  }

  private async catalogueFor(request: SyncRequest): Promise<Pick<SyncReply, 'catalogue'>> {
    const hash = await this.catalogues.hash();
    return hash === request.catalogue ? {} : { catalogue: await this.catalogues.find() };
  }
}

/** Whoever holds the role of a mentor now is told, so that the phone fetches their people; nothing is said where nobody does. */
function mentorsOn({ persons }: PhoneActor): Pick<SyncReply, 'mentors'> {
  const mentors = persons.filter((person) => person.roles.some(({ role }) => role === 'mentor')).map((person) => person.id);
  return mentors.length > 0 ? { mentors } : {};
}
