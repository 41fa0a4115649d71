import { readFile } from 'node:fs/promises';
import { multipartPost } from '@/app/api/multipart-post';
import type { UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';
import { receiveCorrection } from '@/lib/jobs/issuing/receive-correction';
import { courtNow, systemNow } from '@/lib/services/clock';
import type { ReceivedFile, ReceivedForm } from '@/lib/storage/embedded/multipart';
import { refusedSealCookie } from '@/lib/web/cookies/cookies';

/** @returns why the version was refused: a code under `refusal` or a key under `errors` */
async function take(
  actor: UserActor,
  { name, path, written }: ReceivedFile,
  { reference = '', document: documentId = '' }: ReceivedForm['fields'],
): Promise<string | undefined> {
  if (!name) return 'chooseFile';
  if (written === 0) return 'fileEmpty';
  if (written > MAX_BYTES) return 'fileTooLarge';
  const times = { now: systemNow(), courtNow: courtNow() };
  const upload = { reference, documentId, name };
  const refused = await receiveCorrection(actor, upload, await readFile(path), times);
  if (refused?.code === 'already-sealed')
    await refusedSealCookie.set({ reference, number: refused.sealNumber ?? null });
  return refused?.code;
}

/**
 * Receives a new version of an issued document from a registrar: the fields `reference` (of the filing), `document` and
 * `locale`, and one file. Answers 303 to staff's page of the filing, with `?refused=` if the version is refused.
 */
export const POST = multipartPost({
  page: ({ reference }, refused) =>
    reference
      ? {
          pathname: '/admin/filings/[reference]',
          params: { reference },
          ...(refused && { query: { refused } }),
        }
      : null,
  take,
});
