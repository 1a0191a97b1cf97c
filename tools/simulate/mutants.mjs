// Ways in which the code of the sync could be wrong; the simulator has to find each. A mutant is one replacement in one real source file,
// made while that file is compiled for the test, never on the disk.

/** @typedef {{ name: string, file: string, from: string, to: string, seed?: number }} Mutant A seed whose schedules find it soon. */

/** @type {readonly Mutant[]} */
export const mutants = [
  {
    name: 'a number stands for all events before it: more is marked as accepted than was',
    file: 'libs/web/data-device/src/event-log.ts',
    from: "for (const id of accepted) await mark(transaction, id, { state: 'accepted' });",
    to: "if (accepted.length > 0) for (const one of await transaction.objectStore('event').getAll()) await mark(transaction, one.id, { state: 'accepted' });",
  },
  {
    name: 'a request that failed counts as taken',
    file: 'libs/web/data-sync/src/uplink.ts',
    from: 'if (!sent.ok) return this.notSent(sent.trouble);',
    to: 'if (!sent.ok) { await this.log.settle(events.map((event) => event.id), []); return this.notSent(sent.trouble); }',
  },
  {
    name: 'another event under a used number counts as the same',
    seed: 10,
    file: 'libs/api/learning-log/src/learning-log.ts',
    from: 'known.has(nameOf(event.learnerId, event.id, event.deviceId));',
    to: 'known.size >= 0 && event.id.length > 0;',
  },
  {
    name: 'a new epoch of the server is not noticed',
    seed: 3,
    file: 'libs/web/data-device/src/server-news.ts',
    from: 'before !== undefined && epochOf(before) !== epochOf(cursor)',
    to: 'before !== undefined && epochOf(before) === epochOf(cursor) && false',
  },
  {
    name: 'what was taken, and the epoch in which it was, are kept in two transactions',
    seed: 38,
    file: 'libs/web/data-sync/src/uplink.ts',
    from: 'const again = (await this.news.take(reply))',
    to: 'await this.log.settle(reply.accepted, reply.refused); const again = (await this.news.take(reply))',
  },
  {
    name: 'the epoch is told only together with news',
    seed: 3,
    file: 'libs/api/progress/src/progress.ts',
    from: 'if (position === undefined) return isNewEpoch ?',
    to: 'if (position === undefined) return isNewEpoch && false ?',
  },
  {
    name: 'a disk that was put back to an old image goes on with used numbers',
    seed: 10,
    file: 'libs/web/data-device/src/event-log.ts',
    from: "const stored = code === 'sequence-reused' ?",
    to: "const stored = code === 'sequence-reused' && next < 0 ?",
  },
  {
    name: 'what a phone may not send for a learner any more counts as sent',
    file: 'libs/web/data-device/src/event-log.ts',
    from: "code === 'not-your-learner' ? 'held' : 'refused'",
    to: "code === 'not-your-learner' ? 'accepted' : 'refused'",
  },
  {
    name: 'a guest’s work keeps the guest’s numbers when it becomes a learner’s',
    file: 'libs/web/data-device/src/belongings.ts',
    from: 'let sequence = await lastSequence(transaction, personId, deviceId);',
    to: 'let sequence = (await lastSequence(transaction, guestId, deviceId)) - events.length;',
  },
  {
    name: 'numbers begin anew',
    file: 'libs/web/data-device/src/event-log.ts',
    from: 'return last?.value.sequence ?? 0;',
    to: 'return last ? 0 : 0;',
  },
  {
    name: 'news is kept for the first person of the phone, whoever it is about',
    file: 'libs/web/data-device/src/server-news.ts',
    from: "objectStore('restored').put({ learnerId, courseId, lessonId, facts });",
    to: "objectStore('restored').put({ learnerId: news[0]?.learnerId ?? learnerId, courseId, lessonId, facts });",
  },
  {
    name: 'facts from two places are replaced in place of joined',
    seed: 2,
    file: 'libs/domain/learning/src/facts.ts',
    from: 'cards: union(a.cards, b.cards),',
    to: 'cards: b.cards?.length ? b.cards : (a.cards ?? []),',
  },
  {
    name: 'an event is forgotten as soon as it was taken',
    seed: 3,
    file: 'libs/web/data-device/src/event-log.ts',
    from: "await transaction.objectStore('event').put({ ...stored, ...state });",
    to: "if (state.state === 'accepted') await transaction.objectStore('event').delete(id); else await transaction.objectStore('event').put({ ...stored, ...state });",
  },
  {
    name: 'a hole that the server names is not filled, and an accepted event that waits again is dropped',
    seed: 3,
    file: 'libs/web/data-device/src/event-log.ts',
    from: "for (const event of accepted) await events.put({ ...event, state: 'waiting' });",
    to: 'for (const event of accepted) await events.delete(event.id);',
  },
  {
    name: 'what was refused counts as accepted',
    file: 'libs/web/data-device/src/event-log.ts',
    from: 'await mark(transaction, one.id, { state: stateAfter(one.code), code: one.code });',
    to: "await mark(transaction, one.id, { state: 'accepted' });",
  },
  {
    name: 'news is passed over, but counts as read',
    file: 'libs/web/data-device/src/server-news.ts',
    from: 'for (const { courseId, lessonId, facts } of progress)',
    to: 'for (const { courseId, lessonId, facts } of progress.slice(1))',
  },
  {
    name: 'a newer app begins with an empty log',
    file: 'libs/web/data-device/src/store.ts',
    from: 'UPGRADES.slice(from, this.version).forEach((step) => step(opened))',
    to: '{ for (const name of Array.from(opened.objectStoreNames)) opened.deleteObjectStore(name); UPGRADES.slice(0, this.version).forEach((step) => step(opened)); }',
  },
  {
    name: 'a reply that was cut counts as one in which everything was taken',
    seed: 11,
    file: 'libs/web/data-api/src/api.ts',
    from: '      () => OFFLINE,\n    );\n  }\n\n  private async fetch',
    to: '      () => ({ ok: true, value: { accepted: [], refused: [], missing: [], news: [] } as T }),\n    );\n  }\n\n  private async fetch',
  },
  {
    name: 'what was handed to a carrier counts as accepted',
    file: 'libs/web/data-sync/src/relay/own-work.ts',
    from: '    this.known.set({ at: now });\n  }',
    to: '    await this.log.settle((await this.log.waiting(1_000)).map((event) => event.id), []);\n    this.known.set({ at: now });\n  }',
  },
  {
    name: 'a carrier never delivers',
    file: 'libs/web/data-sync/src/relay/errands.ts',
    from: 'await this.courier.send();',
    to: '',
  },
];
