import { randomBytes } from 'node:crypto';
import { store } from '@/lib/storage/store';

/**
 * Stores a small file, reads it and deletes it again, as the service does with documents.
 * @param customId names the file, and must be new
 * @throws if storage does any of the three wrongly
 */
export async function tryStorage(customId: string): Promise<void> {
  const bytes = randomBytes(64);
  const key = await store.put({ customId, name: 'trial.pdf' }, bytes);
  const read = await store.read(key);
  await store.delete(key);
  if (!bytes.equals(read)) throw new Error('storage gave back other bytes than it was given');
}
