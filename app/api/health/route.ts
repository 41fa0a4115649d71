import { sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { isWorkerWell } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';

async function isDatabaseWell(): Promise<boolean> {
  return db()
    .execute(sql`select 1`)
    .then(() => true)
    .catch((error: unknown) => {
      log.error({ err: error }, 'the database does not answer');
      return false;
    });
}

/** 200 while database and worker are well, else 503 and which is not. */
export async function GET(): Promise<Response> {
  const health = { database: await isDatabaseWell(), worker: isWorkerWell(systemNow()) };
  return Response.json(health, {
    status: health.database && health.worker ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
