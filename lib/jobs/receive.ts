import { finishUpload, refuseUpload } from '@/lib/data/documents';
import { NotFound } from '@/lib/data/errors';
import { log } from '@/lib/log';
import { examinePdf } from '@/lib/services/pdf';
import { store } from '@/lib/services/storage/store';

async function look(documentId: string, storageKey: string): Promise<void> {
  const bytes = await store.read(storageKey);
  const found = await examinePdf(bytes);
  if (found.ok) {
    const { sha256, pages, place } = found;
    await finishUpload(documentId, { storageKey, size: bytes.length, sha256, pages, place });
  } else {
    await refuseUpload(documentId, found.code);
    await store.delete(storageKey);
  }
}

/**
 * Looks at an upload once it lies in storage: reads it back, opens and hashes it, finds a place for the seal,
 * and says on the document's row whether it is ready or why it is refused. The file of a refused or replaced
 * upload is deleted. Never throws.
 */
export async function receiveDocument(
  documentId: string,
  { storageKey }: { storageKey: string },
): Promise<void> {
  await look(documentId, storageKey).catch(async (error: unknown) => {
    if (error instanceof NotFound) return store.delete(storageKey);
    log.error({ err: error, documentId }, 'an upload could not be looked at');
  });
}
