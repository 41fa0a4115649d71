import { NotFound } from '@/lib/data/access/errors';
import { finishUpload, type Received, refuseUpload } from '@/lib/data/claim/documents/uploads';
import { dropPending } from '@/lib/data/filing/pending-files';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { examinePdf } from '@/lib/services/pdf-sandbox/pdf';
import { Turns } from '@/lib/services/pdf-sandbox/turns';
import { store } from '@/lib/storage/store';

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtReceiving?: Turns };
/** A file is in memory from when it is read back until it is examined: so many of all at once, and one of each person. */
holder.courtReceiving ??= new Turns(3, 1);
const turns = holder.courtReceiving;

type Arrived = { storageKey: string; person: string } & Pick<Received, 'replaces' | 'byText'>;

async function examine(documentId: string, { storageKey, person, ...asked }: Arrived): Promise<void> {
  const bytes = await store.read(storageKey);
  const found = await examinePdf(bytes, { person, withReading: true });
  if (found.ok) {
    const { sha256, pages, place, warnings, reading } = found;
    const received = { storageKey, size: bytes.length, sha256, pages, place, warnings, reading, ...asked };
    await finishUpload(documentId, received, systemNow());
  } else {
    await refuseUpload(documentId, found);
    await discard(documentId, storageKey);
  }
}

/** If this is interrupted, the sweeper deletes the file. */
async function discard(documentId: string, storageKey: string): Promise<void> {
  await store.delete(storageKey);
  await dropPending(documentId);
}

/**
 * Examines an upload that is in storage: reads it back, opens and hashes it, finds a place for the seal, and what the
 * filer should know of it, and what its text says.
 * The document's row then says that it is ready, or why it is refused. The file of a refused or replaced
 * upload is deleted. Never throws.
 * @param arrived under which key it is stored, whose it is, for each person has one turn at a time, and the id of the
 *   document whose place it takes, and whether only its text says which document it is
 */
export async function receiveDocument(documentId: string, arrived: Arrived): Promise<void> {
  await turns
    .take(arrived.person, () => examine(documentId, arrived))
    .catch(async (error: unknown) => {
      if (error instanceof NotFound) return discard(documentId, arrived.storageKey);
      log.error({ err: error, documentId }, 'an upload could not be examined');
    });
}
