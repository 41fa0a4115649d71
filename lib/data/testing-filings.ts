import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { drafts, filings, parties, profiles } from '@/lib/data/schema';
import { contact } from '@/lib/data/testing-people';
import type { UserActor } from '@/lib/domain/access';
import type { Claim } from '@/lib/domain/claim';
import { partyName, plaintiffForm } from '@/lib/domain/party';
import { newReference } from '@/lib/domain/reference';
import { searchText } from '@/lib/domain/search';

/** A person who represents themselves, as a party of a claim. */
const person = (firstName: string, lastName: string) =>
  plaintiffForm.parse({
    ...{ kind: 'person', firstName, lastName, representation: 'self' },
    ...{ address: '1 Example Street', city: 'Perth', country: 'CA', province: 'ON', postalCode: 'K7H 1B2' },
  });

export const claim: Claim = {
  documentType: 'form-14a',
  court: 'perth',
  nature: 'contract',
  procedure: 'ordinary',
  classProceeding: 'no',
  language: 'english',
  plaintiffs: [person('Ann', 'Ironwood')],
  defendants: [person('Per_cy', 'Quillfeather')],
};

/** A filing for tests as it stands in the database; the courts must be seeded and the filer have a profile. */
export async function storeFiling(
  filer: UserActor,
  change: Partial<typeof filings.$inferInsert> & { receivedAt: Date },
): Promise<typeof filings.$inferSelect> {
  const { receivedAt, reference = newReference('R', randomBytes(5)) } = change;
  const named = [...claim.plaintiffs, ...claim.defendants].map(partyName);
  const [profile] = await db().select().from(profiles).where(eq(profiles.userId, filer.userId));
  if (!profile) throw new Error('the filer has no profile');
  const by = { profileId: profile.id, createdBy: filer.userId, submittedBy: filer.userId };
  const [draft] = await db()
    .insert(drafts)
    .values({ ...by, reference: newReference('D', randomBytes(5)), answers: {}, updatedAt: receivedAt })
    .returning();
  if (!draft) throw new Error('the draft was not stored');
  const [filing] = await db()
    .insert(filings)
    .values({
      ...by,
      draftId: draft.id,
      locale: 'en',
      courtId: claim.court,
      title: 'Ironwood v. Quillfeather',
      claim,
      contact,
      issueOn: '2026-11-23',
      dueAt: receivedAt,
      search: searchText({ ...change, reference, contact: change.contact ?? contact, partyNames: named }),
      ...change,
      reference,
    })
    .returning();
  if (!filing) throw new Error('the filing was not stored');
  await db()
    .insert(parties)
    .values(
      named.map((name, position) => ({ filingId: filing.id, role: 'plaintiff' as const, position, name })),
    );
  return filing;
}
