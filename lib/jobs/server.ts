import { setTimeout as wait } from 'node:timers/promises';
import { seedCourts } from '@/lib/data/court/courts';
import { database, setDatabase } from '@/lib/data/db/db';
import { openEmbedded, openPostgres } from '@/lib/data/db/open';
import { mayChangeTables } from '@/lib/data/db/rights';
import { env } from '@/lib/env';
import { handBackUnderWay } from '@/lib/jobs/issuing/issue';
import { copyCalendar } from '@/lib/jobs/upkeep/calendar-file';
import { offerFirstAdministrator } from '@/lib/jobs/upkeep/first-administrator';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { courtClockIsSet, courtNow, systemNow } from '@/lib/services/clock';
import { confinementHere } from '@/lib/services/pdf-sandbox/confinement';
import { checkStorage } from '@/lib/storage/check';

const holder = globalThis as typeof globalThis & { courtServer?: Promise<void> };

/** Opens the database, migrates it to the newest schema, and adds the courts. */
export async function openDatabase(): Promise<void> {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl } = env;
  setDatabase(url ? await openPostgres(url, ownerUrl) : await openEmbedded(env.DATA_DIR));
  await seedCourts();
  await copyCalendar();
}

/** The time that work under way has to end after a stop. After it the work is handed back. */
const patienceMs = 8_000;
/**
 * The process manager kills the process after ten seconds. An unreachable database must not delay the end
 * that long.
 */
const mostMs = 9_500;

/**
 * Ends the process in order: it takes no new work, finishes or hands back the work under way, and closes the
 * database.
 */
async function stop(signal: string, stopListening: () => Promise<void>): Promise<void> {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), mostMs).unref();
  await Promise.race([Promise.all([stopWorker(), stopListening()]), wait(patienceMs)]);
  await handBackUnderWay();
  await database().close();
  process.exit(0);
}

/** A log whose reader is gone throws. Next would log that error, and so on for ever. */
function outliveLog(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

async function start(stopListening: () => Promise<void>): Promise<void> {
  outliveLog();
  await checkStorage();
  await openDatabase();
  if (database().kind === 'postgres' && (await mayChangeTables(database().db)))
    log.warn('the role in DATABASE_URL owns its tables: give the owner as MIGRATION_DATABASE_URL');
  if (courtClockIsSet)
    log.warn({ courtClock: courtNow() }, 'COURT_CLOCK is set: for tests and demonstrations only');
  const pdfConfinement = confinementHere();
  if (pdfConfinement !== 'bubblewrap')
    log.warn({ pdfConfinement }, 'foreign PDFs are read without bubblewrap: see docs/operations.md');
  await offerFirstAdministrator(systemNow());
  startWorker();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => stop(signal, stopListening));
  const { PUBLIC_ORIGIN: origin, DATA_DIR: dataDir } = env;
  log.info({ origin, database: database().kind, dataDir, pdfConfinement }, 'ready');
}

/**
 * Starts everything beside the pages, once per process. If the configuration or the database cannot be used,
 * it reports that and ends the process.
 * @param stopListening takes no more requests, and resolves when those under way are answered
 */
export function startServer(stopListening: () => Promise<void>): Promise<void> {
  holder.courtServer ??= start(stopListening).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
  return holder.courtServer;
}
