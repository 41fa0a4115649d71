import { sweepRemovedDocuments } from '@/lib/data/claim/documents/removed-documents';
import { log } from '@/lib/log';
import { measure } from '@/lib/measure';
import { store } from '@/lib/storage/store';

/** So long an operator can still bring back what was removed by mistake. */
const keptForMs = 3_600_000;

/**
 * Deletes, from storage too, what left its draft an hour ago and was never filed. The next sweep finishes an
 * interrupted one.
 * @param now the system's time
 */
export async function sweepRemoved(now: Date, stopping?: AbortSignal): Promise<void> {
  const before = new Date(now.getTime() - keptForMs);
  let [all, swept] = [0, 0];
  do {
    swept = await sweepRemovedDocuments(before, (storageKeys) => store.delete(storageKeys));
    all += swept;
  } while (swept > 0 && !stopping?.aborted);
  if (all === 0) return;
  measure('sweptFiles', all, { why: 'removed' });
  log.info({ documents: all }, 'swept what left its draft');
}
