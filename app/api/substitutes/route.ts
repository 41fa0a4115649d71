import { readFile } from 'node:fs/promises';
import { multipartPost } from '@/app/api/multipart-post';
import { faultOfSize, refusedCode } from '@/app/api/posted-pdf';
import type { UserActor } from '@/lib/domain/access/access';
import { SUBSTITUTE_KINDS } from '@/lib/domain/filing/substitute';
import { receiveSubstitute } from '@/lib/jobs/issuing/receive-substitute';
import { wakeWorker } from '@/lib/jobs/worker';
import { courtNow, systemNow } from '@/lib/services/clock';
import type { ReceivedFile, ReceivedForm } from '@/lib/storage/embedded/multipart';

/** @returns why the copy was refused: a code under `refusal` or a key under `errors` */
async function take(
  actor: UserActor,
  file: ReceivedFile,
  fields: ReceivedForm['fields'],
): Promise<string | undefined> {
  const kind = SUBSTITUTE_KINDS.find((one) => one === fields.kind);
  if (!file.name) return 'chooseFile';
  if (!kind) return 'chooseSubstituteKind';
  const fault = faultOfSize(file);
  if (fault) return fault;
  const { reference = '', document: documentId = '', promised = '' } = fields;
  const times = { now: systemNow(), courtNow: courtNow() };
  const offer = { reference, documentId, kind, name: file.name, promised };
  const refused = await receiveSubstitute(actor, offer, await readFile(file.path), times);
  wakeWorker();
  return refusedCode(reference, refused);
}

/**
 * Receives a copy to replace a document that could not be sealed: the fields `reference` (of the filing),
 * `document`, `kind`, `promised` (the date that the page gave for a replacement) and `locale`, at the
 * counter `at=counter`, and one file. Answers 303 to the filing's page, at the counter to staff's, with `?refused=` if the copy is refused.
 */
export const POST = multipartPost({
  page: ({ reference, at }, refused) =>
    reference
      ? {
          pathname: at === 'counter' ? '/admin/filings/[reference]' : '/transactions/[reference]',
          params: { reference },
          ...(refused && { query: { refused } }),
        }
      : null,
  take,
});
