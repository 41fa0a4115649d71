import { env } from '@/lib/env';
import { log } from '@/lib/log';

/**
 * Asks S3, where it is the place of the documents, for its bucket. A service that does not answer now is waited for;
 * one that answers with a refusal never will be right.
 * @throws if there is no such bucket, if it is closed to us, or if it cannot lock though S3_LOCK_YEARS is set
 */
export async function checkStorage(): Promise<void> {
  if (env.STORAGE !== 's3') return;
  const { bucketFault } = await import('@/lib/storage/drivers/s3-bucket');
  const fault = await bucketFault().catch((error: unknown) => {
    log.warn({ err: error }, 'S3 does not answer');
    return undefined;
  });
  if (fault) throw new Error(fault);
}
