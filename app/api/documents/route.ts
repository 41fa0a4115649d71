import { openAsBlob } from 'node:fs';
import { multipartPost } from '@/app/api/multipart-post';
import { Refused } from '@/lib/data/access/errors';
import { beginUpload } from '@/lib/data/claim/documents/uploads';
import type { UserActor } from '@/lib/domain/access/access';
import { MOST_FILES } from '@/lib/domain/claim/document';
import { receiveDocument } from '@/lib/jobs/issuing/receive-document';
import { systemNow } from '@/lib/services/clock';
import type { ReceivedFile, ReceivedForm } from '@/lib/storage/embedded/multipart';
import { store } from '@/lib/storage/store';

/**
 * Stores a file as a document of the draft. Of several that begin a claim the text says which is which.
 * @throws NotFound, Refused
 */
async function take(
  actor: UserActor,
  { name, path, written }: ReceivedFile,
  { draft = '', kind: asked = '', replaces, page }: ReceivedForm['fields'],
  count: number,
): Promise<undefined> {
  if (!name) throw new Refused('chooseFile');
  const byText = page === 'start' && (count > 1 || asked === '');
  const kind = byText ? '' : asked;
  const about = { draft, kind, name, size: written, replaces };
  const { documentId } = await beginUpload(actor, about, systemNow());
  const bytes = await openAsBlob(path, { type: 'application/pdf' });
  const storageKey = await store.put({ customId: documentId, name: `${documentId}.pdf` }, bytes);
  await receiveDocument(documentId, { storageKey, person: actor.userId, replaces, byText });
}

/** Where a form leads back to, by its field `page`. */
const pages: Record<string, '/claims/[draft]/start' | '/later-documents/[draft]' | undefined> = {
  start: '/claims/[draft]/start',
  later: '/later-documents/[draft]',
};

/**
 * Receives documents of a draft: the fields `draft` (reference), `kind` (empty where the files are to be sorted),
 * `replaces` (the id of a document), `page` (`start`, `documents` or `later`) and `locale`, and up to ten files. Answers
 * 303 to that page of the draft, with `?refused=<key under errors>&kind=` if a file is refused.
 */
export const POST = multipartPost({
  // One more than a draft takes, so that it can be refused in words.
  most: MOST_FILES + 1,
  page: ({ draft, kind = '', page }, refused) =>
    draft
      ? {
          pathname: pages[page ?? ''] ?? '/claims/[draft]/documents',
          params: { draft },
          ...(refused && { query: { refused, kind } }),
        }
      : null,
  take,
});
