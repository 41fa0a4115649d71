import { seedCourts } from '@/lib/data/courts';
import { database, openEmbedded, openPostgres, setDatabase } from '@/lib/data/db';
import { env } from '@/lib/env';
import { offerFirstAdministrator } from '@/lib/jobs/first-administrator';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { courtClockIsSet, courtNow, systemNow } from '@/lib/services/clock';

const holder = globalThis as typeof globalThis & { courtServer?: Promise<void> };

/** Opens the database and brings it to the newest schema, with the courts in it. */
export async function openDatabase(): Promise<void> {
  setDatabase(env.DATABASE_URL ? await openPostgres(env.DATABASE_URL) : await openEmbedded(env.DATA_DIR));
  await seedCourts();
}

/** Ends in order: no new work, what is under way finished, the database closed. */
async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  await stopWorker();
  await database().close();
  process.exit(0);
}

async function start(): Promise<void> {
  await openDatabase();
  if (courtClockIsSet)
    log.warn({ courtClock: courtNow() }, 'COURT_CLOCK is set: for tests and demonstrations only');
  await offerFirstAdministrator(systemNow());
  startWorker();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  log.info({ origin: env.PUBLIC_ORIGIN, database: database().kind, dataDir: env.DATA_DIR }, 'ready');
}

/** Starts everything beside the pages, once a process. @throws where the configuration or the database is not usable */
export function startServer(): Promise<void> {
  holder.courtServer ??= start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
  return holder.courtServer;
}
