import { sweepDevices } from '@/lib/data/known-devices';
import { sweepCounts } from '@/lib/data/limiter';
import { sweepPending } from '@/lib/data/pending-files';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { store } from '@/lib/services/storage/store';

/** Long after the lease of whoever put a file has run out, and after the longest upload. */
const forgottenAfterMs = Math.max(env.LEASE_SECONDS * 30, 60) * 1000;

/** Deletes what nobody needs any longer: counts that are over, old browsers, files of ended tries. @param now the system's time */
export async function sweep(now: Date): Promise<void> {
  await sweepCounts(now);
  await sweepDevices(now);
  await sweepFiles(now);
}

/** Deletes files that were put into storage by a try that ended before it could name them. */
async function sweepFiles(now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgottenAfterMs);
  const files = await sweepPending(before, (customIds) => store.deleteByCustomId(customIds));
  if (files > 0) log.info({ files }, 'swept from storage what no filing names');
}
