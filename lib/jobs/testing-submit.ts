import { randomUUID } from 'node:crypto';
import { getCalendar } from '@/lib/data/calendar';
import type { Submit } from '@/lib/data/submission';
import type { UserActor } from '@/lib/domain/access';
import { issueOn } from '@/lib/domain/calendar';
import { submitClaim } from '@/lib/jobs/submit';

/** Submits a draft for tests, as from a form just rendered. @throws what submitClaim throws */
export async function submitted(
  filer: UserActor,
  asked: Pick<Submit, 'draft' | 'locale'> & Partial<Submit>,
  times: { now: Date; courtNow: Date },
) {
  const promised = issueOn(times.courtNow, await getCalendar());
  const answer = await submitClaim(filer, { key: randomUUID(), promised, ...asked }, times);
  if (answer.kind !== 'submitted') throw new Error('the date changed');
  return answer;
}
