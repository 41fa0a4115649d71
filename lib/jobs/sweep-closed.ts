import { forgetFiles, listRemovedFiles } from '@/lib/data/removed-files';
import { log } from '@/lib/log';
import { store } from '@/lib/services/storage/store';

/** Deletes from storage what closed accounts had uploaded and never filed. Killed in between, it does the rest later. */
export async function sweepClosed(): Promise<void> {
  const files = await listRemovedFiles();
  if (files.length === 0) return;
  for (const { storageKey } of files) await store.delete(storageKey);
  await forgetFiles(files);
  log.info({ files: files.length }, 'swept from storage what closed accounts left');
}
