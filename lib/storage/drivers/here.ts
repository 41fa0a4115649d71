import path from 'node:path';
import { env } from '@/lib/env';
import { disk } from '@/lib/storage/drivers/disk';
import type { Driver } from '@/lib/storage/drivers/driver';

/** The folder of the driver `disk`. */
export const filesFolder = () => path.join(env.DATA_DIR, 'files');

let made: Promise<Driver> | undefined;

/** The driver that STORAGE names. S3's client is large, and is loaded on demand; what failed once is tried again. */
export async function driver(): Promise<Driver> {
  if (env.STORAGE !== 's3') return disk(filesFolder());
  made ??= openS3().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

/** The driver `s3`, whatever STORAGE names. */
export async function openS3(): Promise<Driver> {
  const { s3 } = await import('@/lib/storage/drivers/s3');
  return s3();
}
