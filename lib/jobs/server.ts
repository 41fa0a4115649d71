import { setTimeout as wait } from 'node:timers/promises';
import { seedCourts } from '@/lib/data/court/courts';
import { type Database, database, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { mayChangeTables } from '@/lib/data/db/rights';
import { env } from '@/lib/env';
import { trialsAfter, trialsBefore, tryAll } from '@/lib/jobs/boot/trials';
import { examineDatabase } from '@/lib/jobs/health/checks';
import { noteWell } from '@/lib/jobs/health/health';
import { handBackUnderWay } from '@/lib/jobs/issuing/issue';
import { startTelemetry, stopTelemetry } from '@/lib/jobs/telemetry/telemetry';
import { copyCalendar } from '@/lib/jobs/upkeep/calendar-file';
import { offerFirstAdministrator } from '@/lib/jobs/upkeep/first-administrator';
import { noteRegisterEnd } from '@/lib/jobs/upkeep/journal';
import { refuseRestored } from '@/lib/jobs/upkeep/restored';
import { refuseOtherSecrets } from '@/lib/jobs/upkeep/secrets';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { courtClockIsSet, courtNow, systemNow } from '@/lib/services/clock';
import { confinementHere } from '@/lib/services/pdf-sandbox/confinement';

const holder = globalThis as typeof globalThis & { courtServer?: Promise<void> };

/** Why PostgreSQL refused: in its own words, or by the code of the network. Neither holds a password. */
function whyRefused(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || 'it does not answer';
}

async function openConfigured(): Promise<Database> {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl, REPLICA_DATABASE_URL: replicaUrl } = env;
  if (!url) return openEmbedded(env.DATA_DIR);
  return openPostgres(url, ownerUrl, replicaUrl).catch((error: unknown) => {
    const name = ownerUrl ? 'DATABASE_URL or MIGRATION_DATABASE_URL' : 'DATABASE_URL';
    throw new Error(`${name}: PostgreSQL cannot be used: ${whyRefused(error)}`, { cause: error });
  });
}

/**
 * Opens the database, migrates it to the newest schema, and adds the courts.
 * @throws if it lacks what was published from it or was used with other secrets, with what is to be done
 */
export async function openDatabase(): Promise<void> {
  setDatabase(await openConfigured());
  await refuseRestored();
  await refuseOtherSecrets();
  await seedCourts();
  await copyCalendar();
}

/** The time that work under way has to end after a stop. After it the work is handed back. */
const patienceMs = 9_000;
/**
 * The process manager kills the process after ten seconds. An unreachable database must not delay the end
 * that long.
 */
const mostMs = 9_700;

/**
 * Ends the process in order: it takes no new work, finishes or hands back the work under way, and closes the
 * database.
 */
async function stop(signal: string, stopListening: () => Promise<void>): Promise<void> {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), mostMs).unref();
  await Promise.race([Promise.all([stopWorker(), stopListening()]), wait(patienceMs)]);
  await handBackUnderWay();
  await noteRegisterEnd().catch(() => undefined);
  await database().close();
  await stopTelemetry();
  process.exit(0);
}

let isStopping = false;

/** Told again, as by whoever tells all processes of a group and the first among them, it goes on to end in order. */
function stopOnce(signal: string, stopListening: () => Promise<void>): void {
  if (isStopping) return;
  isStopping = true;
  stop(signal, stopListening);
}

/** A log whose reader is gone throws. Next would log that error, and so on for ever. */
function outliveLog(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

async function start(stopListening: () => Promise<void>): Promise<void> {
  outliveLog();
  await startTelemetry();
  await tryAll(trialsBefore);
  await openDatabase();
  await examineDatabase();
  await tryAll(trialsAfter);
  noteWell('storage');
  if (database().kind === 'postgres' && (await mayChangeTables(database().db)))
    log.warn('the role in DATABASE_URL owns its tables: give the owner as MIGRATION_DATABASE_URL');
  if (database().unlimited)
    log.warn(
      { err: database().unlimited },
      'behind this pooler no statement is ended: see docs/operations.md',
    );
  if (courtClockIsSet)
    log.warn({ courtClock: courtNow() }, 'COURT_CLOCK is set: for tests and demonstrations only');
  const pdfConfinement = confinementHere();
  if (pdfConfinement !== 'bubblewrap')
    log.warn({ pdfConfinement }, 'foreign PDFs are read without bubblewrap: see docs/operations.md');
  await offerFirstAdministrator(systemNow());
  startWorker();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => stopOnce(signal, stopListening));
  const { PUBLIC_ORIGIN: origin, DATA_DIR: dataDir } = env;
  log.info({ origin, database: database().kind, dataDir, pdfConfinement }, 'ready');
}

/**
 * Starts everything beside the pages, once per process.
 * @param stopListening takes no more requests, and resolves when those under way are answered
 * @throws in words if something that the service needs cannot be used
 */
export function startServer(stopListening: () => Promise<void>): Promise<void> {
  holder.courtServer ??= start(stopListening);
  return holder.courtServer;
}
