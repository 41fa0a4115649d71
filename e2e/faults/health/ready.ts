import type { Readiness } from '../../../lib/domain/health/readiness';
import type { CourtServer } from '../../support/court/server';

/** What a server says about itself. */
export async function askReady({ origin }: CourtServer): Promise<Readiness & { status: number }> {
  const answer = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(60_000) });
  return { status: answer.status, ...((await answer.json()) as Readiness) };
}
