import { forgetFiles, listRemovedFiles } from '@/lib/data/claim/removed-files';
import { log } from '@/lib/log';
import { store } from '@/lib/storage/store';

/**
 * Deletes from storage the files that closed accounts uploaded and never filed. The next sweep finishes an
 * interrupted one.
 */
export async function sweepClosed(): Promise<void> {
  const files = await listRemovedFiles();
  if (files.length === 0) return;
  for (const { storageKey } of files) await store.delete(storageKey);
  await forgetFiles(files);
  log.info({ files: files.length }, 'swept from storage what closed accounts left');
}
