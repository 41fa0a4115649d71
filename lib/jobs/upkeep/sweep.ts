import { sweepPending } from '@/lib/data/filing/pending-files';
import { sweepCounts } from '@/lib/data/secrets/limiter';
import { sweepDevices } from '@/lib/data/sign-in/known-devices';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { measure } from '@/lib/measure';
import { store } from '@/lib/storage/store';
import { tidyStorage } from '@/lib/storage/upkeep';

/**
 * By then the lease of the process that put a file has long run out, and the longest upload has ended: its address is
 * good for an hour, and its last request takes half an hour at most.
 */
const forgottenAfterMs = Math.max(env.LEASE_SECONDS * 60, 60) * 1000;

/**
 * Deletes data that is no longer needed: expired counts, old browsers, files that no row names.
 * @param now the system's time
 */
export async function sweep(now: Date): Promise<void> {
  await sweepCounts(now);
  await sweepDevices(now);
  await sweepFiles(now);
}

/** Deletes files whose attempt at storing them ended before a row could name them. */
async function sweepFiles(now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgottenAfterMs);
  await tidyStorage(before);
  const files = await sweepPending({ before, now }, (customIds) => store.deleteByCustomId(customIds));
  if (files === 0) return;
  measure('sweptFiles', files, { why: 'unnamed' });
  log.info({ files }, 'swept from storage what no filing names');
}
