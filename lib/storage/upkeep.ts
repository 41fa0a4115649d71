import { env } from '@/lib/env';
import { disk } from '@/lib/storage/drivers/disk';
import { driver, filesFolder } from '@/lib/storage/drivers/here';
import { moveFlatFiles } from '@/lib/storage/embedded/flat-files';

/**
 * Tidies the embedded storage: removes what is left of uploads that began before an instant and did not become whole, on
 * this machine and in the driver's place, and moves what older versions stored flat. With UploadThing only the first is there to do.
 */
export async function tidyStorage(before: Date): Promise<void> {
  const here = disk(filesFolder());
  await here.removeAbandoned(before);
  if (env.UPLOADTHING_TOKEN) return;
  if (env.STORAGE === 's3') await (await driver()).removeAbandoned(before);
  else await moveFlatFiles(filesFolder());
}
