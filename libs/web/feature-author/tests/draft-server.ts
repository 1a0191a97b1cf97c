import type { DraftReply, MediaOfDraft, SaveDraftRequest } from '@sala/contract/dto';
import { readDraft } from '@sala/domain/publishing';

const AUTHOR = '0198c0de-0000-4000-8000-0000000000aa';
const STAFF = {
  person: { id: AUTHOR, familyName: 'លី', givenName: 'ពិសី', familyNameLatin: 'Ly', givenNameLatin: 'Pisey' },
  roles: [{ role: 'trainer', place: { code: 'KH', name: { km: '', en: '' } } }],
};

/** The server as the studio meets it: it keeps revisions, refuses what is based on an older one, and can be cut off. */
export class DraftServer {
  readonly drafts = new Map<string, { revision: number; document: object; translated: Record<string, string>; media: MediaOfDraft[] }>();
  readonly saves: SaveDraftRequest[] = [];
  isReached = true;
  isSignedIn = true;
  state: DraftReply['state'] = 'draft';
  /** Whether the next reply is lost on its way back. */
  losesNext = false;

  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (!this.isReached) throw new TypeError('no line');
    const [address = '', query = ''] = String(input).replace('/api/', '').split('?');
    const reply = await this.answer(address, query, init);
    if (this.losesNext && init.method !== 'GET') {
      this.losesNext = false;
      throw new TypeError('cut');
    }
    return reply;
  };

  /** Somebody else saves. */
  saveAs(courseId: string, change: (document: Record<string, unknown>) => object): void {
    const draft = this.drafts.get(courseId);
    if (draft)
      this.drafts.set(courseId, {
        ...draft,
        revision: draft.revision + 1,
        document: change(structuredClone(draft.document) as Record<string, unknown>),
      });
  }

  private async answer(address: string, query: string, init: RequestInit): Promise<Response> {
    if (address === 'identity/session') return Response.json(this.isSignedIn ? { staff: STAFF } : {});
    if (!this.isSignedIn) return problem(401, 'not-signed-in');
    const [, , courseId = '', part] = address.split('/');
    const draft = this.drafts.get(courseId);
    if (part === 'media') return this.takeMedia(courseId, query, init);
    if (init.method === 'PUT') return this.save(courseId, await bodyOf(init));
    if (!draft) return problem(404, 'not-found');
    const { revision, document, translated, media } = draft;
    const reply: DraftReply = {
      ...{ courseId, revision, document, translated, media, state: this.state },
      ...{ comments: [], savedAt: '2026-11-27T10:32:00.000Z', savedBy: 'លី ពិសី', isOwn: true },
    };
    return Response.json(reply);
  }

  private save(courseId: string, request: SaveDraftRequest): Response {
    const draft = this.drafts.get(courseId);
    const revision = draft?.revision ?? 0;
    if (!readDraft(request.document).ok) return problem(400, 'invalid-request');
    if (!['draft', 'published'].includes(this.state)) return problem(409, 'wrong-state');
    const isSame = revision === request.baseRevision + 1 && JSON.stringify(draft?.document) === JSON.stringify(request.document);
    if (revision !== request.baseRevision && !isSame) return problem(409, 'moved-on');
    this.saves.push(request);
    const next = isSame ? revision : revision + 1;
    this.drafts.set(courseId, {
      revision: next,
      document: request.document,
      translated: request.translated as Record<string, string>,
      media: draft?.media ?? [],
    });
    return Response.json({ revision: next, state: 'draft', savedAt: '2026-11-27T10:32:00.000Z' });
  }

  private takeMedia(courseId: string, query: string, init: RequestInit): Response {
    const draft = this.drafts.get(courseId);
    if (!draft) return problem(404, 'not-found');
    const size = init.body instanceof Blob ? init.body.size : 0;
    if (size === 13) return problem(422, 'file-refused', [{ path: 'file', rule: 'kind' }]);
    const path = query.includes('picture') ? `pictures/p-made${size}.webp` : `sounds/s-made${size}.webm`;
    const kept = { path, sha256: String(size).padStart(64, '0'), bytes: size, mediaType: 'image/webp' };
    draft.media.push(kept);
    return Response.json(kept);
  }
}

const problem = (status: number, code: string, errors?: object[]): Response =>
  Response.json({ code, ...(errors ? { errors } : {}) }, { status });

async function bodyOf({ body, headers }: RequestInit): Promise<SaveDraftRequest> {
  const isZipped = new Headers(headers).get('content-encoding') === 'gzip';
  const stream = new Response(body).body;
  const plain = isZipped ? stream?.pipeThrough(new DecompressionStream('gzip')) : stream;
  return (await new Response(plain).json()) as SaveDraftRequest;
}
