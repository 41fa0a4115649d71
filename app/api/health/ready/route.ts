import { readiness } from '@/lib/jobs/health/health';
import { isDraining } from '@/lib/web/http/server';

/**
 * Answers 200 while requests may be sent to this server, else 503 with which of its parts fail; the state of each part
 * and the age of what is known about it.
 */
export async function GET(): Promise<Response> {
  const found = await readiness(isDraining());
  return Response.json(found, {
    status: found.ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
