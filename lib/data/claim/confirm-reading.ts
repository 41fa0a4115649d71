import { Refused } from '@/lib/data/access/errors';
import { changeAnswers } from '@/lib/data/claim/answers';
import type { Actor } from '@/lib/domain/access/access';
import { type DraftAnswers, MOST_PARTIES, type PartyAnswers } from '@/lib/domain/claim/claim';
import type { Seen } from '@/lib/domain/claim/draft/saved-part';

/** What a person confirms of that which was read from their document, with the answers that they gave beside it. */
export type Confirmed = Omit<DraftAnswers, 'parties'> & { parties: PartyAnswers[] };

/**
 * Saves what a person confirmed, valid or not: the answers of the steps take the place of earlier ones, and the parties
 * are added to those of the draft. A party whose id the draft has already is not added again.
 * @throws NotFound; Refused 'tooManyParties'; ChangedElsewhere
 */
export function confirmReading(
  actor: Actor,
  reference: string,
  { parties, ...steps }: Confirmed,
  now: Date,
  seen?: Seen,
): Promise<void> {
  const parts = Object.entries(steps).map(([name, typed]) => ({ name, fields: Object.keys(typed), typed }));
  return changeAnswers({ actor, reference, now, seen }, 'language', parts, (answers) => {
    const before = answers.parties ?? [];
    const added = parties.filter(({ id }) => !before.some((one) => one.id === id));
    if (before.length + added.length > MOST_PARTIES) throw new Refused('tooManyParties');
    return { ...answers, ...steps, parties: [...before, ...added] };
  });
}
