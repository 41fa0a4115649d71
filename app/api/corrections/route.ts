import { readFile } from 'node:fs/promises';
import { multipartPost } from '@/app/api/multipart-post';
import { faultOfSize, refusedCode } from '@/app/api/posted-pdf';
import type { UserActor } from '@/lib/domain/access/access';
import { receiveCorrection } from '@/lib/jobs/issuing/receive-correction';
import { courtNow, systemNow } from '@/lib/services/clock';
import type { ReceivedFile, ReceivedForm } from '@/lib/storage/embedded/multipart';

/** @returns why the version was refused: a code under `refusal` or a key under `errors` */
async function take(
  actor: UserActor,
  file: ReceivedFile,
  { reference = '', document: documentId = '' }: ReceivedForm['fields'],
): Promise<string | undefined> {
  if (!file.name) return 'chooseFile';
  const fault = faultOfSize(file);
  if (fault) return fault;
  const times = { now: systemNow(), courtNow: courtNow() };
  const upload = { reference, documentId, name: file.name };
  const refused = await receiveCorrection(actor, upload, await readFile(file.path), times);
  return refusedCode(reference, refused);
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
