import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { saveProfile } from '@/lib/data/account/profiles';
import { acceptTerms } from '@/lib/data/account/terms';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents, documentVersions, type VersionKind } from '@/lib/data/db/schema/document';
import { getFiling } from '@/lib/data/filing/filings';
import { listFilings } from '@/lib/data/filing/own/own-filings';
import { queueMail } from '@/lib/data/mail/outbox';
import type { UserActor } from '@/lib/domain/access/access';
import { listFilter } from '@/lib/domain/filing/list-filter';
import { contactLetters } from '@/lib/testing/account/letters';
import { contact, newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const receivedAt = new Date('2026-11-23T15:00:00Z');

/** A document of a draft with these versions. If a filing is named, it belongs to the filing. */
async function storeDocument(
  filer: UserActor,
  of: { draftId: string; filingId?: string },
  ...kinds: VersionKind[]
) {
  const state = of.filingId ? ('ready' as const) : ('removed' as const);
  const file = { kind: 'claim', name: 'claim.pdf', size: 10, pages: 2 } as const;
  const [document] = await db()
    .insert(documents)
    .values({ ...file, ...of, state, uploadedBy: filer.userId })
    .returning();
  if (!document) throw new Error('the document was not stored');
  await db()
    .insert(documentVersions)
    .values(
      kinds.map((kind, at) => ({
        ...{ documentId: document.id, version: at + 1, kind, size: 10 + at },
        ...{ storageKey: randomUUID(), sha256: 'x' },
      })),
    );
}

onDatabase('filings', () => {
  beforeAll(seedCourts);

  it('are found whole by their filer and by staff', async () => {
    const filer = await newFiler(receivedAt);
    const { reference, draftId, id } = await storeFiling(filer, { receivedAt });
    await storeDocument(filer, { draftId, filingId: id }, 'uploaded', 'sealed');
    await storeDocument(filer, { draftId }, 'uploaded');
    const words = { subject: 's', html: 'h', text: 't', recipient: contact.email };
    const mail = { ...words, kind: 'claim-received', dedupeKey: id, filingId: id } as const;
    await db().transaction((tx) => queueMail(tx, mail, receivedAt));
    for (const actor of [filer, await newPerson('clerk')]) {
      const filing = await getFiling(actor, reference);
      expect(filing).toMatchObject({ state: 'received', contact, court: { municipality: 'Perth' } });
      expect(filing.documents.map(({ versions }) => versions.map(({ kind }) => kind))).toEqual([
        ['uploaded', 'sealed'],
      ]);
      expect(filing.mails).toMatchObject([
        { kind: 'claim-received', recipient: contact.email, state: 'queued' },
      ]);
    }
  });

  it('are read as they were filed or not at all', async () => {
    const filer = await newFiler(receivedAt);
    const [claim, contact] = [sql`claim - 'nature'`, sql`contact || '{"pager": ""}'`];
    for (const change of [sql`claim = ${claim}`, sql`contact = ${contact}`]) {
      const { id, reference } = await storeFiling(filer, { receivedAt });
      await db().execute(sql`update filings set ${change} where id = ${id}`);
      await expect(getFiling(filer, reference)).rejects.toThrow(
        /^A stored (claim|contact) is not as its version says, at (nature.invalid_value|unrecognized_keys)$/,
      );
    }
  });

  it('do not exist for anyone else', async () => {
    const { reference } = await storeFiling(await newFiler(receivedAt), { receivedAt });
    for (const actor of [await newFiler(receivedAt), await newPerson(), { kind: 'anonymous' } as const]) {
      await expect(getFiling(actor, reference)).rejects.toThrow(NotFound);
    }
    await expect(getFiling(await newPerson('registrar'), 'R-0000-0000')).rejects.toThrow(NotFound);
  });

  it('show no number before they are issued', async () => {
    const filer = await newFiler(receivedAt);
    const number = `CV-26-${String(Math.random()).slice(2, 10)}-0000`;
    await db()
      .insert(courtFiles)
      .values({ number, courtId: 'perth', title: 'A v. B', openedOn: '2026-11-23' });
    const { reference } = await storeFiling(filer, { receivedAt, fileNumber: number });
    expect((await getFiling(filer, reference)).fileNumber).toBeNull();
    expect((await listFilings(filer, { ...listFilter({}), page: 1 })).rows[0]?.fileNumber).toBeNull();
  });

  it('keep the contact information they were submitted with', async () => {
    const filer = await newFiler(receivedAt);
    const { reference } = await storeFiling(filer, { receivedAt });
    await acceptTerms(filer, 'justice', 'en', receivedAt);
    await saveProfile(filer, { ...contact, city: 'Moosonee' }, contactLetters, receivedAt);
    expect((await getFiling(filer, reference)).contact.city).toBe(contact.city);
  });
});
