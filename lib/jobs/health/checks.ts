import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { database } from '@/lib/data/db/db';
import { dropPending, notePending } from '@/lib/data/filing/pending-files';
import { readTimes } from '@/lib/data/health/pulse';
import { clockFault, diskFault, type Fault, pulseFault } from '@/lib/domain/health/readiness';
import { env } from '@/lib/env';
import { machineNow, setSystemClock, systemNow } from '@/lib/services/clock';
import { emptyPage } from '@/lib/services/pdf-sandbox/empty-page';
import { examinePdf } from '@/lib/services/pdf-sandbox/pdf';
import { tryStorage } from '@/lib/storage/try-storage';

/** The examinations of a server's parts. Each gives what is wrong, or undefined; it throws if the part fails. */

/** Issuing looks for what is due every WORKER_SECONDS; one document may take a while. */
export const mostPulseMs = Math.max(60, 3 * env.WORKER_SECONDS) * 1000;

/** Asks the database for its time and the last turn of issuing. The system's clock goes by the answer. */
export async function examineDatabase(): Promise<{ clock: Fault | undefined; worker: Fault | undefined }> {
  const asked = performance.now();
  const { databaseMs, pulseMs } = await readTimes();
  const trip = performance.now() - asked;
  // The embedded database has no clock but this machine's.
  if (database().kind === 'postgres') setSystemClock(databaseMs, asked);
  const difference = machineNow().getTime() - trip / 2 - databaseMs;
  return { clock: clockFault(difference, trip), worker: pulseFault(pulseMs, mostPulseMs) };
}

/** The folder, or where it will be made. */
const existing = (folder: string): string => (existsSync(folder) ? folder : existing(path.dirname(folder)));

/** Whether there is space where secrets, embedded files and e-mail lie. */
export async function examineDisk(): Promise<Fault | undefined> {
  const { bavail, bsize } = await statfs(existing(env.DATA_DIR));
  return diskFault((bavail * bsize) / 1e6, env.DISK_FLOOR_MB);
}

/** Stores, reads and deletes a file. It is noted first, so that it is swept if this process ends meanwhile. */
export async function examineStorage(): Promise<undefined> {
  const customId = `trial.${randomUUID()}`;
  await notePending(customId, systemNow());
  await tryStorage(customId);
  await dropPending(customId);
}

/** Has a process of the court's examine a page, as it does with what is filed. */
export async function examinePdfProcess(): Promise<Fault | undefined> {
  const examined = await examinePdf(emptyPage);
  return examined.ok ? undefined : { why: `an empty page was refused: ${examined.code}` };
}
