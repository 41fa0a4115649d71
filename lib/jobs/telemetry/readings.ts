import { database } from '@/lib/data/db/db';
import { activeStatements } from '@/lib/data/db/statements';
import { type Figures, readFigures } from '@/lib/data/health/figures';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { PARTS } from '@/lib/domain/health/readiness';
import { faultOf } from '@/lib/jobs/health/health';
import { within } from '@/lib/jobs/health/within';
import { courtNow, systemNow } from '@/lib/services/clock';
import type { Gauge, Reading } from '@/lib/services/telemetry/instruments';

/** Who asks waits no longer than this for the database. */
const mostMs = 2_000;
/** What was read counts for so long, whoever asks: also that nothing could be read. */
const freshMs = 5_000;

const reading = (gauge: Gauge, value: number, labels?: Record<string, string>): Reading => ({
  gauge,
  value,
  ...(labels && { labels }),
});

function readingsOf(figures: Figures): Reading[] {
  const { mailQueued: queued, mailFailed: failed, mailUncertain: uncertain } = figures;
  return [
    reading('court_filings_due', figures.filingsDue),
    reading('court_filings_due_age_seconds', figures.filingsDueAge),
    reading('court_filings_waiting', Math.max(0, figures.filingsReceived - figures.filingsDue)),
    ...HOLD_REASONS.map((reason) =>
      reading('court_filings_on_hold', figures.onHold[reason] ?? 0, { reason }),
    ),
    ...Object.entries({ queued, failed, uncertain }).map(([state, n]) => reading('court_mail', n, { state })),
    reading('court_mail_due', figures.mailDue),
    reading('court_mail_due_age_seconds', figures.mailDueAge),
    reading('court_mail_paused', figures.isMailPaused ? 1 : 0),
    reading('court_files_pending', figures.filesPending),
    reading('court_files_pending_age_seconds', figures.filesPendingAge),
    reading('court_files_to_delete', figures.filesToDelete),
    reading('court_files_faulty', figures.filesFaulty),
  ];
}

/** What stands in the rows; of a database that does not answer, that it does not. */
async function readRows(): Promise<Reading[]> {
  try {
    const figures = await within(mostMs, readFigures({ now: systemNow(), courtNow: courtNow() }));
    return [reading('court_database_up', 1), ...readingsOf(figures)];
  } catch {
    return [reading('court_database_up', 0)];
  }
}

/** Reads at most every few seconds, and once for all who ask meanwhile. */
function readSeldom(read: () => Promise<Reading[]>): () => Promise<Reading[]> {
  let last: { at: number; readings: Promise<Reading[]> } | undefined;
  return () => {
    if (!last || performance.now() - last.at >= freshMs) last = { at: performance.now(), readings: read() };
    return last.readings;
  };
}

/** The embedded database is one connection, and none is open before the start has opened it. */
function countConnections(): { open: number; most: number } {
  try {
    return database().connections?.() ?? { open: 1, most: 1 };
  } catch {
    return { open: 0, most: 0 };
  }
}

function connections(): Reading[] {
  const { open, most } = countConnections();
  return [
    reading('court_database_statements_active', activeStatements()),
    reading('court_database_connections', open),
    reading('court_database_connections_limit', most),
  ];
}

const parts = () =>
  PARTS.filter((part) => part !== 'draining').map((part) =>
    reading('court_part_failing', faultOf(part) ? 1 : 0, { part }),
  );

/**
 * What reads all that this process and the court's database tell of themselves. It answers in a few seconds, whatever fails.
 * @param ofProcess reads what is not ours
 */
export function readerOfAll(ofProcess: () => Reading[]): () => Promise<Reading[]> {
  const rows = readSeldom(readRows);
  return async () => {
    const read = await rows();
    return [...read, ...connections(), ...parts(), ...ofProcess()];
  };
}
