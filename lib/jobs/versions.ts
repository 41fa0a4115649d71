import { getVersion } from '@/lib/data/versions';
import { store } from '@/lib/services/storage/store';

/** The bytes of a document's version, for the court's own mail. @throws NotFound */
export async function loadVersion(versionId: string): Promise<Uint8Array> {
  const version = await getVersion({ kind: 'system' }, versionId);
  return store.read(version.storageKey);
}
