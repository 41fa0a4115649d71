import PQueue from 'p-queue';
import { MustWait } from '@/lib/data/access/errors';

/**
 * Two password hashes run at a time: each takes 46 MiB, and a crowd that signs in must not exhaust the
 * memory.
 */
const queue = new PQueue({ concurrency: 2 });
/** This many waiting hashes take some seconds. */
const longestQueue = 100;
const busySeconds = 5;

/** Hashes in turn. @throws MustWait 'busy' at once if too many wait already */
export async function hashInTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.size >= longestQueue) throw new MustWait(busySeconds, 'busy');
  return queue.add(work);
}
