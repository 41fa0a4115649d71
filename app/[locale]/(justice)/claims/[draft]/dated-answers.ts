import { findCourt } from '@/lib/data/court/courts';
import { findNature } from '@/lib/data/settings/natures';
import type { DraftAnswers } from '@/lib/domain/claim/claim';
import { courtDay } from '@/lib/domain/court/calendar';
import { acceptsOn } from '@/lib/domain/court/court';
import type { FieldErrors } from '@/lib/domain/text';

/** The answers that cannot be given today, by their fields: an office that takes no claims, a nature that is out of use. */
export async function datedErrors(answers: DraftAnswers, courtNow: Date): Promise<FieldErrors> {
  const on = courtDay(courtNow);
  const [courtId, natureId] = [answers.court?.court, answers.nature?.nature];
  const court = courtId ? await findCourt(courtId, on) : null;
  const found = natureId ? await findNature(natureId, on) : null;
  return {
    ...(courtId && !(court && acceptsOn(court, on)) && { court: 'courtNotAccepting' }),
    ...(natureId && !found?.nature.inUse && { nature: 'natureNotInUse' }),
  };
}
