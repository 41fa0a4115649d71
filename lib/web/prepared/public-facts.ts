import { type PublicMarks, readPublicMarks } from '@/lib/data/court/public-facts';
import { database } from '@/lib/data/db/db';
import { courtNow } from '@/lib/services/clock';
import { FreshFacts } from '@/lib/web/prepared/fresh-facts';

/** @throws if the database does not answer: at once where that is known */
async function readMarks(): Promise<PublicMarks> {
  if (await database().isAway?.()) throw new Error('the database is away');
  return readPublicMarks(courtNow());
}

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtFacts?: FreshFacts };
holder.courtFacts ??= new FreshFacts(readMarks);

/** What this process knows of the rows that pages show to everybody. */
export const publicFacts: FreshFacts = holder.courtFacts;
