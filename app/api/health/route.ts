import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { isWorkerWell } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { confinementHere } from '@/lib/services/pdf-sandbox/confinement';

/** The caller waits no longer than this. A silent connection is given up after ten seconds. */
const patienceMs = 3_000;

async function isDatabaseWell(): Promise<boolean> {
  const asked = db()
    .execute(sql`select 1`)
    .then(() => true);
  return Promise.race([asked, wait(patienceMs, false, { ref: false })]).catch((error: unknown) => {
    log.error({ err: error }, 'the database does not answer');
    return false;
  });
}

/**
 * Answers 200 while database and worker are well, else 503 and which of them is not; also what confines the processes
 * that read foreign PDFs.
 */
export async function GET(): Promise<Response> {
  const health = {
    database: await isDatabaseWell(),
    worker: isWorkerWell(systemNow()),
    pdfConfinement: confinementHere(),
  };
  return Response.json(health, {
    status: health.database && health.worker ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
