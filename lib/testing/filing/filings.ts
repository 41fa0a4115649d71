import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { filings } from '@/lib/data/db/schema/filing';
import type { UserActor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import { claimToFile } from '@/lib/domain/claim/claim-v1';
import { plaintiffForm } from '@/lib/domain/claim/party';
import type { Contact } from '@/lib/domain/contact/contact';
import { contactToFile } from '@/lib/domain/contact/contact-v1';
import { SEARCH_VERSION, searchText } from '@/lib/domain/filing/search';
import { contact as example } from '@/lib/testing/account/people';

/** A person who represents themselves, as a party of a claim. */
const person = (firstName: string, lastName: string) =>
  plaintiffForm.parse({
    ...{ kind: 'person', firstName, lastName, representation: 'self' },
    ...{ address: '1 Example Street', city: 'Perth', country: 'CA', province: 'ON', postalCode: 'K7H 1B2' },
  });

export const claim = claimToFile({
  documentType: 'form-14a',
  ownNumber: '',
  court: 'perth',
  nature: 'contract',
  procedure: 'ordinary',
  classProceeding: 'no',
  language: 'english',
  plaintiffs: [person('Ann', 'Ironwood')],
  defendants: [person('Per_cy', 'Quillfeather')],
});

type Filed = Partial<Omit<typeof filings.$inferInsert, 'contact'>> & { contact?: Contact };

/** A filing for tests as it stands in the database; the courts must be seeded and the filer have a profile. */
export async function storeFiling(
  filer: UserActor,
  { contact = example, ...change }: Filed & { receivedAt: Date },
): Promise<typeof filings.$inferSelect> {
  const { receivedAt, reference = newReference('R', randomBytes(5)) } = change;
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
      contact: contactToFile(contact),
      issueOn: '2026-11-23',
      dueAt: receivedAt,
      search: searchText({ contact, claim, ...change, reference }),
      searchVersion: SEARCH_VERSION,
      ...change,
      reference,
    })
    .returning();
  if (!filing) throw new Error('the filing was not stored');
  return filing;
}
