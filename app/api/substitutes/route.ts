import { readFile } from 'node:fs/promises';
import { multipartPost } from '@/app/api/multipart-post';
import type { UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';
import { SUBSTITUTE_KINDS } from '@/lib/domain/filing/substitute';
import { receiveSubstitute } from '@/lib/jobs/issuing/receive-substitute';
import { wakeWorker } from '@/lib/jobs/worker';
import { courtNow, systemNow } from '@/lib/services/clock';
import type { ReceivedFile, ReceivedForm } from '@/lib/storage/embedded/multipart';
import { refusedSealCookie } from '@/lib/web/cookies/cookies';

/** @returns why the copy was refused: a code under `refusal` or a key under `errors` */
async function take(
  actor: UserActor,
  { name, path, written }: ReceivedFile,
  fields: ReceivedForm['fields'],
): Promise<string | undefined> {
  const kind = SUBSTITUTE_KINDS.find((one) => one === fields.kind);
  if (!name) return 'chooseFile';
  if (!kind) return 'chooseSubstituteKind';
  if (written === 0) return 'fileEmpty';
  if (written > MAX_BYTES) return 'fileTooLarge';
  const { reference = '', document: documentId = '', promised = '' } = fields;
  const times = { now: systemNow(), courtNow: courtNow() };
  const offer = { reference, documentId, kind, name, promised };
  const refused = await receiveSubstitute(actor, offer, await readFile(path), times);
  wakeWorker();
  if (refused?.code === 'already-sealed')
    await refusedSealCookie.set({ reference, number: refused.sealNumber ?? null });
  return refused?.code;
}

/**
 * Receives a copy to replace a document that could not be sealed: the fields `reference` (of the filing),
 * `document`, `kind`, `promised` (the date that the page gave for a replacement) and `locale`, and one file.
 * Answers 303 to the filing's page, with `?refused=` if the copy is refused.
 */
export const POST = multipartPost({
  page: ({ reference }, refused) =>
    reference
      ? {
          pathname: '/transactions/[reference]',
          params: { reference },
          ...(refused && { query: { refused } }),
        }
      : null,
  take,
});
