import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/courts';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { getFiling, listFilings } from '@/lib/data/filings';
import { queueMail } from '@/lib/data/outbox';
import { saveProfile } from '@/lib/data/profiles';
import { courtFiles, documents, documentVersions } from '@/lib/data/schema';
import { acceptTerms } from '@/lib/data/terms';
import { eachDatabase } from '@/lib/data/testing';
import { storeFiling } from '@/lib/data/testing-filings';
import { contactLetters } from '@/lib/data/testing-letters';
import { contact, newFiler, newPerson } from '@/lib/data/testing-people';
import type { UserActor } from '@/lib/domain/access';

const receivedAt = new Date('2026-11-23T15:00:00Z');

/** A document of a filing, with its version 0 and so many more. */
async function storeDocument(
  filer: UserActor,
  draftId: string,
  state: 'ready' | 'removed',
  sealed: number[] = [],
) {
  const file = { kind: 'claim', name: 'claim.pdf', size: 10, pages: 2 } as const;
  const [document] = await db()
    .insert(documents)
    .values({ ...file, draftId, state, uploadedBy: filer.userId })
    .returning();
  if (!document) throw new Error('the document was not stored');
  await db()
    .insert(documentVersions)
    .values(
      [0, ...sealed].map((version) => ({
        ...{ documentId: document.id, version, size: 10 + version },
        ...{ storageKey: randomUUID(), sha256: 'x' },
      })),
    );
}

eachDatabase('filings', () => {
  beforeAll(seedCourts);

  it('are found whole by their filer and by staff', async () => {
    const filer = await newFiler(receivedAt);
    const { reference, draftId, id } = await storeFiling(filer, { receivedAt });
    await storeDocument(filer, draftId, 'ready', [1]);
    await storeDocument(filer, draftId, 'removed');
    const words = { subject: 's', html: 'h', text: 't', recipient: contact.email };
    const mail = { ...words, kind: 'claim-received', dedupeKey: id, filingId: id } as const;
    await db().transaction((tx) => queueMail(tx, mail, receivedAt));
    for (const actor of [filer, await newPerson('clerk')]) {
      const filing = await getFiling(actor, reference);
      expect(filing).toMatchObject({ state: 'received', contact, court: { municipality: 'Perth' } });
      expect(filing.documents.map(({ versions }) => versions.map(({ version }) => version))).toEqual([
        [0, 1],
      ]);
      expect(filing.mails).toMatchObject([
        { kind: 'claim-received', recipient: contact.email, state: 'queued' },
      ]);
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
    expect((await listFilings(filer, { page: 1 })).rows[0]?.fileNumber).toBeNull();
  });

  it('keep the contact information they were submitted with', async () => {
    const filer = await newFiler(receivedAt);
    const { reference } = await storeFiling(filer, { receivedAt });
    await acceptTerms(filer, 'justice', 'en', receivedAt);
    await saveProfile(filer, { ...contact, email: 'new@example.org' }, contactLetters, receivedAt);
    expect((await getFiling(filer, reference)).contact.email).toBe(contact.email);
  });

  it('are listed for their filer alone, newest first, 20 a page, with their own documents', async () => {
    const [filer, other] = [await newFiler(receivedAt), await newFiler(receivedAt)];
    const references: string[] = [];
    for (let minute = 0; minute < 21; minute++) {
      const at = new Date(receivedAt.getTime() + minute * 60_000);
      const filing = await storeFiling(filer, { receivedAt: at });
      await storeDocument(filer, filing.draftId, 'ready');
      references.unshift(filing.reference);
    }
    const first = await listFilings(filer, { page: 1 });
    expect(first).toMatchObject({ total: 21, page: 1, pages: 2 });
    expect(first.rows.map(({ reference }) => reference)).toEqual(references.slice(0, 20));
    expect(first.rows.every(({ documents: filed }) => filed.length === 1)).toBe(true);
    const last = await listFilings(filer, { page: 2 });
    expect(last.rows.map(({ reference }) => reference)).toEqual(references.slice(20));
    expect(await listFilings(other, { page: 1 })).toMatchObject({ rows: [], total: 0 });
    expect((await listFilings(await newPerson('clerk'), { page: 1 })).rows).toEqual([]);
  });
});
