import { randomUUID } from 'node:crypto';

/** A phone on which a demo learner is signed in, as the API sees it. */
export interface Phone {
  readonly deviceId: string;
  readonly learnerId: string;
  readonly headers: Record<string, string>;
}

async function post<T>(origin: string, path: string, body: object): Promise<{ reply: T; cookie: string }> {
  const response = await fetch(`${origin}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { reply: (await response.json()) as T, cookie };
}

/** Brings a demo learner onto a new phone by card and PIN. */
export async function signIn(origin: string, card: string, pin = '2580'): Promise<Phone> {
  const { reply: shown } = await post<{ ticket: string }>(origin, 'identity/card', { code: card });
  const { reply, cookie } = await post<{ deviceId: string; person: { id: string } }>(origin, 'identity/profile', {
    ticket: shown.ticket,
    pin,
    deviceId: randomUUID(),
  });
  return { deviceId: reply.deviceId, learnerId: reply.person.id, headers: { 'content-type': 'application/json', origin, cookie } };
}

/** A UUIDv7 of a moment. */
export function uuid7(at: number): string {
  const time = at.toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** Learning events of one learner on one phone, sequences from `first`. */
export function eventsOf(phone: Phone, courseId: string, first: number, count: number): object[] {
  return Array.from({ length: count }, (_, i) => {
    const at = Date.now() + i;
    const answered = i % 4 === 3;
    const body = answered
      ? {
          lessonId: 'install-and-test',
          questionId: 'where-from',
          response: { kind: 'single-choice', chosen: 'play-store' },
          score: 1,
          aid: 'alone',
        }
      : { lessonId: 'install-and-test', cardId: 'why' };
    return {
      id: uuid7(at),
      learnerId: phone.learnerId,
      deviceId: phone.deviceId,
      sequence: first + i,
      courseId,
      version: 1,
      kind: answered ? 'question.answered' : 'card.seen',
      body,
      occurredAt: new Date(at).toISOString(),
    };
  });
}
