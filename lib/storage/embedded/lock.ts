import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { driver } from '@/lib/storage/drivers/here';
import { bytesNameOf, findFile } from '@/lib/storage/embedded/files';

/** Locks the bytes of a stored file for S3_LOCK_YEARS from now; without these, or elsewhere than in S3, does nothing. */
export async function lockFile(key: string): Promise<void> {
  if (env.STORAGE !== 's3' || !env.S3_LOCK_YEARS) return;
  const file = await findFile(key);
  if (!file) throw new Error('the file is gone');
  const until = systemNow();
  until.setUTCFullYear(until.getUTCFullYear() + env.S3_LOCK_YEARS);
  await (await driver()).lock?.(bytesNameOf(key, file), until);
}
