import { randomUUID } from 'node:crypto';
import type { UserActor } from '../../../lib/domain/access/access';
import { claimPdf } from '../../fixtures/pdfs';

/**
 * Claims made through the data layer, for tests of faults and of speed: far quicker than page by page. Runs in a process
 * whose environment names the database and the storage of the court under test.
 */

const address = {
  ...{ address: '12 Main Street', city: 'Barrie', country: 'CA', province: 'ON', postalCode: 'L4M 3P2' },
};
const name = { lastName: 'Tremblay', firstName: 'Anne' };
const person = { kind: 'person', underDisability: 'no', representation: 'self', ...name, ...address };
const contact = {
  kind: 'individual' as const,
  ...{ firm: '', phone: '705-555-0123', extension: '', fax: '', email: 'anne@example.org' },
  ...name,
  ...address,
};

/** Most of the work is waiting for the disk. */
const workers = 8;

/** A new filer with a Justice Services Online account. */
export async function newFiler(at: Date): Promise<UserActor> {
  const { db } = await import('../../../lib/data/db/db');
  const { profiles, users } = await import('../../../lib/data/db/schema/account');
  const { noteConfirmed } = await import('../../../lib/data/mail/filing-mail');
  const oneKeyId = `queued-${randomUUID()}`;
  const login = { oneKeyId, oneKeyIdFolded: oneKeyId, passwordHash: 'none' };
  const [user] = await db().insert(users).values(login).returning();
  if (!user) throw new Error('no user');
  await db().insert(profiles).values({ userId: user.id, contact, createdAt: at, updatedAt: at });
  await noteConfirmed(db(), user.id, contact.email, at);
  return { kind: 'user', userId: user.id, role: 'filer', sessionId: randomUUID() };
}

/** Makes so many drafts of a filer, complete, with a claim of so many bytes in storage. @returns their references */
export async function makeDrafts(
  filer: UserActor,
  { count, bytes, at }: { count: number; bytes: number; at: Date },
): Promise<string[]> {
  const { examinePdf } = await import('../../../lib/services/pdf-sandbox/pdf');
  const pdf = Buffer.from(await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 10, bytes }));
  const found = await examinePdf(pdf);
  if (!found.ok) throw new Error(found.code);
  const document = { pdf, sha256: found.sha256, pages: found.pages, place: found.place };
  const references: string[] = [];
  await inParallel(Array.from({ length: count }), async () => {
    references.push(await makeDraft(filer, document, at));
  });
  return references;
}

type Document = {
  pdf: Buffer;
  sha256: string;
  pages: number;
  place: NonNullable<typeof import('../../../lib/data/db/schema/document').documents.$inferSelect['place']>;
};

async function makeDraft(filer: UserActor, { pdf, ...found }: Document, at: Date): Promise<string> {
  const { saveParty, saveStep } = await import('../../../lib/data/claim/answers');
  const { startDraft } = await import('../../../lib/data/claim/drafts');
  const { beginUpload, finishUpload } = await import('../../../lib/data/claim/documents/uploads');
  const { store } = await import('../../../lib/storage/store');
  const { reference } = await startDraft(filer, at);
  await saveStep(filer, reference, 'type', { documentType: 'form-14a' }, at);
  await saveStep(filer, reference, 'court', { court: 'barrie' }, at);
  await saveStep(filer, reference, 'nature', { nature: 'contract' }, at);
  await saveStep(filer, reference, 'procedure', { procedure: 'ordinary', classProceeding: 'no' }, at);
  await saveStep(filer, reference, 'language', { language: 'english' }, at);
  await saveParty(filer, reference, { id: 'p', role: 'plaintiff' }, person, at);
  await saveParty(filer, reference, { id: 'd', role: 'defendant' }, { ...person, lastName: 'Roy' }, at);
  const upload = { draft: reference, kind: 'claim', name: 'claim.pdf', size: pdf.length };
  const { documentId } = await beginUpload(filer, upload, at);
  const storageKey = await store.put({ customId: documentId, name: `${documentId}.pdf` }, pdf);
  await finishUpload(documentId, { storageKey, size: pdf.length, ...found, warnings: [], reading: null }, at);
  return reference;
}

/** Submits drafts at an instant of the court's clock; the worker of the court under test issues them. */
export async function submitDrafts(filer: UserActor, drafts: string[], at: Date): Promise<void> {
  const { getCalendar } = await import('../../../lib/data/court/calendar');
  const { certifiedContentSeen } = await import('../../../lib/testing/claim/certified-content');
  const { issueOn } = await import('../../../lib/domain/court/calendar');
  const { receiveClaim } = await import('../../../lib/jobs/issuing/submit');
  const promised = issueOn(at, await getCalendar());
  await inParallel(drafts, async (draft) => {
    const asked = {
      draft,
      locale: 'en' as const,
      key: randomUUID(),
      promised,
      seen: await certifiedContentSeen(filer, draft),
    };
    await receiveClaim(filer, asked, { now: new Date(), courtNow: at });
  });
}

/** Works through a list, several at once. */
async function inParallel<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = list.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
