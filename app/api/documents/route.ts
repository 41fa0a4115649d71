import { openAsBlob } from 'node:fs';
import { multipartPost } from '@/app/api/multipart-post';
import { Refused } from '@/lib/data/access/errors';
import { beginUpload } from '@/lib/data/claim/documents';
import type { UserActor } from '@/lib/domain/access/access';
import { receiveDocument } from '@/lib/jobs/issuing/receive-document';
import { systemNow } from '@/lib/services/clock';
import type { ReceivedForm } from '@/lib/storage/embedded/multipart';
import { store } from '@/lib/storage/store';

/** Stores the file as a document of the draft. @throws NotFound, Refused */
async function take(actor: UserActor, form: ReceivedForm, path: string): Promise<undefined> {
  const { draft = '', kind = '' } = form.fields;
  if (!form.name) throw new Refused('chooseFile');
  const about = { draft, kind, name: form.name, size: form.written };
  const { documentId } = await beginUpload(actor, about, systemNow());
  const bytes = await openAsBlob(path, { type: 'application/pdf' });
  const storageKey = await store.put({ customId: documentId, name: `${documentId}.pdf` }, bytes);
  await receiveDocument(documentId, { storageKey, person: actor.userId });
}

/** Where a form leads back to, by its field `page`. */
const pages: Record<string, '/claims/[draft]/start' | '/later-documents/[draft]' | undefined> = {
  start: '/claims/[draft]/start',
  later: '/later-documents/[draft]',
};

/**
 * Receives a document of a claim: the fields `draft` (reference), `kind`, `page` (`start`, `documents` or `later`) and `locale`,
 * and one file. Answers 303 to that page of the draft, with `?refused=<key under errors>&kind=` if the file is refused.
 */
export const POST = multipartPost({
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
