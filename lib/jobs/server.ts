import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { seedCourts } from '@/lib/data/courts';
import { database, openEmbedded, openPostgres, setDatabase } from '@/lib/data/db';
import { mayChangeTables } from '@/lib/data/rights';
import { env } from '@/lib/env';
import { copyCalendar } from '@/lib/jobs/calendar-file';
import { offerFirstAdministrator } from '@/lib/jobs/first-administrator';
import { handBackUnderWay } from '@/lib/jobs/issue';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { courtClockIsSet, courtNow, systemNow } from '@/lib/services/clock';

const holder = globalThis as typeof globalThis & { courtServer?: Promise<void> };

/** Opens the database and brings it to the newest schema, with the courts in it. */
export async function openDatabase(): Promise<void> {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl } = env;
  setDatabase(url ? await openPostgres(url, ownerUrl) : await openEmbedded(env.DATA_DIR));
  await seedCourts();
  await copyCalendar();
}

/** What is under way may end within this of a stop; then it is handed back. */
const patienceMs = 8_000;
/** Who told us to end ends us otherwise after ten seconds. A database that is gone must not keep us longer. */
const mostMs = 9_500;

/** Next keeps its server to itself; each request tells whose it is. */
const listening = new Set<Server>();

function noteServers(): void {
  subscribe('http.server.request.start', (message) => listening.add((message as { server: Server }).server));
}

/** Takes no more requests; resolves when those under way are answered. */
async function closeServers(): Promise<void> {
  await Promise.all([...listening].map((server) => new Promise((closed) => server.close(closed))));
}

/** Ends in order: no new work, what is under way finished or handed back, the database closed. */
async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), mostMs).unref();
  await Promise.race([Promise.all([stopWorker(), closeServers()]), wait(patienceMs)]);
  await handBackUnderWay();
  await database().close();
  process.exit(0);
}

/** Next logs what is not caught; were the log itself broken, by a reader that is gone, it would do so for ever. */
function outliveLog(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

async function start(): Promise<void> {
  outliveLog();
  await openDatabase();
  if (database().kind === 'postgres' && (await mayChangeTables(database().db)))
    log.warn('the role in DATABASE_URL owns its tables: give the owner as MIGRATION_DATABASE_URL');
  if (courtClockIsSet)
    log.warn({ courtClock: courtNow() }, 'COURT_CLOCK is set: for tests and demonstrations only');
  await offerFirstAdministrator(systemNow());
  startWorker();
  noteServers();
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
