import { createHash, randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, sum } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { firstPageText } from '@/e2e/support/pdf';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { saveStep } from '@/lib/data/claim/answers';
import { db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import { filings, receipts } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { register } from '@/lib/data/db/schema/register';
import { issueDueFilings } from '@/lib/jobs/issuing/issue';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';
import { readyDraft, submitted as submitClaim, upload } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const inHours = new Date('2026-11-23T15:00:00Z');
const fridayEvening = new Date('2026-11-20T22:30:00Z');
const mondayOpening = new Date('2026-11-23T13:30:00Z');
const times = (courtNow: Date) => ({ now: new Date(), courtNow });

/** The bytes of a document as the court sealed it. */
async function sealedBytes(documentId: string): Promise<Uint8Array> {
  const [sealed] = await db()
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.kind, 'sealed')));
  return store.read(sealed?.storageKey ?? '');
}

const filingOf = async (reference: string) => {
  const [row] = await db().select().from(filings).where(eq(filings.reference, reference));
  if (!row) throw new Error('no filing');
  return row;
};

const mailOf = (filingId: string) =>
  db()
    .select()
    .from(outbox)
    .where(eq(outbox.filingId, filingId))
    .orderBy(asc(outbox.createdAt), desc(outbox.kind));

eachDatabase('issuing', () => {
  it('issues at once in business hours: number, date, sealed version, register entry and e-mail', async () => {
    const filer = await newFiler(inHours);
    const draft = await readyDraft(filer);
    const { reference } = await submitClaim(filer, { draft: draft.reference, locale: 'en' }, times(inHours));
    // The first issue in a process makes the key and compiles the sealing program, which takes longer than a
    // submission waits.
    const isIssued = { state: 'issued', issueOn: '2026-11-23', issuedAt: inHours };
    await vi.waitFor(async () => expect(await filingOf(reference)).toMatchObject(isIssued), 300_000);
    const filing = await filingOf(reference);
    expect(filing.fileNumber).toMatch(/^CV-26-\d{8}-0000$/);

    const [sealed] = await db()
      .select()
      .from(documentVersions)
      .where(and(eq(documentVersions.documentId, draft.documentId), eq(documentVersions.kind, 'sealed')));
    const bytes = await store.read(sealed?.storageKey ?? '');
    expect(Buffer.from(bytes.subarray(0, draft.bytes.length)).equals(draft.bytes)).toBe(true);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sealed?.sha256);

    const [entry] = await db().select().from(register).where(eq(register.filingId, filing.id));
    expect(entry).toMatchObject({ fileNumber: filing.fileNumber, issuedOn: '2026-11-23' });
    expect(entry?.documents).toEqual([{ kind: 'claim', sha256: sealed?.sha256 }]);
    const mail = await mailOf(filing.id);
    expect(mail.map(({ kind }) => kind)).toEqual(['claim-issued']);
    expect(mail[0]).toMatchObject({ attachments: [{ versionId: sealed?.id }], priority: 0 });
  });

  it('files what accompanies the claim under its number and date, and sends both', async () => {
    const filer = await newFiler(inHours);
    const draft = await readyDraft(filer, 'bilingual');
    const submit = () => submitClaim(filer, { draft: draft.reference, locale: 'fr' }, times(inHours));
    await expect(submit()).rejects.toThrow(new Refused('documentsMissing'));
    const request = await upload(filer, draft.reference, 'bilingual-request');
    const filing = await filingOf((await submit()).reference);
    const text = firstPageText(await sealedBytes(request.documentId));
    expect(text).toContain('Electronically filed / Déposé par voie électronique');
    expect(text).toContain(filing.fileNumber);
    expect(text).toContain('23-NOV-2026');
    expect(firstPageText(await sealedBytes(draft.documentId))).toContain('Electronically issued / Délivré');
    const [entry] = await db().select().from(register).where(eq(register.filingId, filing.id));
    expect(entry?.documents.map(({ kind }) => kind)).toEqual(['claim', 'bilingual-request']);
    expect((await mailOf(filing.id))[0]?.attachments).toHaveLength(2);
  });

  it('leaves out a document whose reason has gone', async () => {
    const filer = await newFiler(inHours);
    const draft = await readyDraft(filer, 'bilingual');
    const request = await upload(filer, draft.reference, 'bilingual-request');
    await saveStep(filer, draft.reference, 'language', { language: 'english' }, new Date());
    const { reference } = await submitClaim(filer, { draft: draft.reference, locale: 'en' }, times(inHours));
    const [entry] = await db()
      .select()
      .from(register)
      .where(eq(register.filingId, (await filingOf(reference)).id));
    expect(entry?.documents.map(({ kind }) => kind)).toEqual(['claim']);
    const [row] = await db().select().from(documents).where(eq(documents.id, request.documentId));
    expect(row?.state).toBe('removed');
  });

  it('makes one filing of a draft that is submitted many times at once', async () => {
    const filer = await newFiler(inHours);
    const draft = await readyDraft(filer);
    const submits = Array.from({ length: 10 }, () =>
      submitClaim(filer, { draft: draft.reference, locale: 'en' }, times(inHours)),
    );
    const references = new Set((await Promise.all(submits)).map(({ reference }) => reference));
    expect(references.size).toBe(1);
    const [reference = ''] = references;
    const mail = await mailOf((await filingOf(reference)).id);
    expect(mail.map(({ kind }) => kind)).toEqual(['claim-issued']);
  });

  it('takes the same form sent fifty times at once, and once more when the draft is gone, for one submission', async () => {
    const filer = await newFiler(inHours);
    const draft = await readyDraft(filer);
    const form = { draft: draft.reference, locale: 'en' as const, key: randomUUID() };
    const submits = Array.from({ length: 50 }, () => submitClaim(filer, form, times(fridayEvening)));
    const references = new Set((await Promise.all(submits)).map(({ reference }) => reference));
    await db().update(drafts).set({ deletedAt: new Date() }).where(eq(drafts.reference, draft.reference));
    references.add((await submitClaim(filer, form, times(inHours))).reference);
    expect(references.size).toBe(1);
    const filing = await filingOf([...references].join());
    expect(filing.receivedAt).toEqual(fridayEvening);
    expect((await mailOf(filing.id)).map(({ kind }) => kind)).toEqual(['claim-received']);
    const rows = await db().select().from(receipts).where(eq(receipts.filingId, filing.id));
    expect(rows).toHaveLength(1);
    const stranger = await newFiler(inHours);
    await expect(submitClaim(stranger, form, times(inHours))).rejects.toThrow(NotFound);
  });

  it('submits nothing but what the form showed', async () => {
    const filer = await newFiler(inHours);
    const { reference: draft } = await readyDraft(filer);
    const asked = { draft, locale: 'en' as const, seen: await certifiedContentSeen(filer, draft) };
    await saveStep(filer, draft, 'nature', { nature: 'construction' }, new Date());
    await expect(submitClaim(filer, asked, times(inHours))).rejects.toThrow('content-changed');
    await saveStep(filer, draft, 'nature', { nature: 'contract' }, new Date());
    await upload(filer, draft, 'claim', 5_000);
    await expect(submitClaim(filer, asked, times(inHours))).rejects.toThrow('content-changed');
    expect(await db().$count(filings, eq(filings.submittedBy, filer.userId))).toBe(0);
  });

  it('does not take the form of one draft for that of another', async () => {
    const filer = await newFiler(inHours);
    const [first, second] = [await readyDraft(filer), await readyDraft(filer)];
    const form = { locale: 'en' as const, key: randomUUID() };
    await submitClaim(filer, { ...form, draft: first.reference }, times(fridayEvening));
    const again = submitClaim(filer, { ...form, draft: second.reference }, times(fridayEvening));
    await expect(again).rejects.toThrow(new Refused('submitAgain'));
  });

  it('submits nothing under another date than the one promised', async () => {
    const filer = await newFiler(inHours);
    const { reference: draft } = await readyDraft(filer);
    const promised = '2026-11-20';
    const afterClosing = times(new Date('2026-11-20T22:00:00.000Z'));
    const late = submitClaim(filer, { draft, locale: 'en', promised }, afterClosing);
    await expect(late).rejects.toThrow('date-changed');
    expect(await db().$count(filings, eq(filings.submittedBy, filer.userId))).toBe(0);
    const justBefore = times(new Date('2026-11-20T21:59:59.999Z'));
    const { reference } = await submitClaim(filer, { draft, locale: 'en', promised }, justBefore);
    expect((await filingOf(reference)).issueOn).toBe('2026-11-20');
  });

  it('outside business hours keeps the claim as received and issues it when the court opens', async () => {
    const filer = await newFiler(fridayEvening);
    const draft = await readyDraft(filer);
    const { reference } = await submitClaim(
      filer,
      { draft: draft.reference, locale: 'fr' },
      times(fridayEvening),
    );
    const received = { state: 'received', issueOn: '2026-11-23', fileNumber: null, dueAt: mondayOpening };
    expect(await filingOf(reference)).toMatchObject(received);
    await issueDueFilings(() => times(new Date(mondayOpening.getTime() - 1)));
    expect(await filingOf(reference)).toMatchObject(received);
    await issueDueFilings(() => times(mondayOpening));
    const filing = await filingOf(reference);
    expect(filing).toMatchObject({ state: 'issued', issueOn: '2026-11-23' });
    const mail = await mailOf(filing.id);
    expect(mail.map(({ kind, priority }) => [kind, priority])).toEqual([
      ['claim-received', 0],
      ['claim-issued', 1],
    ]);
  });

  it('attaches sealed documents of 7 MB together, and sends the link alone above', async () => {
    const megabyte = 1024 * 1024;
    const filer = await newFiler(fridayEvening);
    /** Issues a claim with two documents of these sizes in megabytes, and measures both as sealed. */
    const issued = async (first: number, second: number) => {
      const { reference: draft } = await readyDraft(filer, 'bilingual');
      await upload(filer, draft, 'claim', first * megabyte);
      await upload(filer, draft, 'bilingual-request', second * megabyte);
      const { reference } = await submitClaim(filer, { draft, locale: 'en' }, times(fridayEvening));
      await issueDueFilings(() => times(mondayOpening));
      const { id, draftId } = await filingOf(reference);
      const [sealed] = await db()
        .select({ size: sum(documentVersions.size).mapWith(Number) })
        .from(documentVersions)
        .innerJoin(documents, eq(documents.id, documentVersions.documentId))
        .where(and(eq(documents.draftId, draftId), eq(documentVersions.kind, 'sealed')));
      const [, mail] = await mailOf(id);
      const saysSo = /attached\s+to\s+this\s+email/.test(mail?.text ?? '');
      return { size: (sealed?.size ?? 0) / megabyte, saysSo, attached: mail?.attachments.length };
    };
    const small = await issued(3.43, 3.43);
    expect(small).toMatchObject({ attached: 2, saysSo: true });
    expect(Math.abs(small.size - 6.95)).toBeLessThan(0.05);
    const large = await issued(3.48, 3.48);
    expect(large).toMatchObject({ attached: 0, saysSo: false });
    expect(Math.abs(large.size - 7.05)).toBeLessThan(0.05);
  });

  it('keeps a claim whose stored bytes differ, tells the filer, and issues it under the same number later', async () => {
    const filer = await newFiler(inHours);
    const draft = await readyDraft(filer);
    const wrong = await store.put({ customId: randomUUID(), name: 'x.pdf' }, Buffer.from('%PDF-1.4 other'));
    const point = (storageKey: string) =>
      db()
        .update(documentVersions)
        .set({ storageKey })
        .where(eq(documentVersions.documentId, draft.documentId));
    await point(wrong);
    const { reference } = await submitClaim(filer, { draft: draft.reference, locale: 'en' }, times(inHours));
    const kept = await filingOf(reference);
    expect(kept).toMatchObject({
      state: 'received',
      issueOn: '2026-11-23',
      lastError: 'stored-bytes-differ',
    });
    expect(kept.dueAt.getTime() - inHours.getTime()).toBe(30_000);
    expect((await mailOf(kept.id)).map(({ kind }) => kind)).toEqual(['claim-received', 'claim-delayed']);
    await issueDueFilings(() => times(inHours));
    expect(await filingOf(reference)).toMatchObject({ state: 'received', attempts: 1 });

    await point(draft.storageKey);
    await issueDueFilings(() => times(kept.dueAt));
    expect(await filingOf(reference)).toMatchObject({
      state: 'issued',
      fileNumber: kept.fileNumber,
      attempts: 2,
    });
  });

  it('gives gapless numbers to claims submitted side by side', async () => {
    const before = await db().select().from(courtFiles);
    const filers = await Promise.all(Array.from({ length: 6 }, () => newFiler(inHours)));
    const references: string[] = [];
    for (const filer of filers) references.push((await readyDraft(filer)).reference);
    const submitted = await Promise.all(
      filers.map((filer, i) =>
        submitClaim(filer, { draft: references[i] ?? '', locale: 'en' }, times(inHours)),
      ),
    );
    // Two claims were issued in their requests. Those that found no place wait for the worker.
    await issueDueFilings(() => times(inHours));
    const rows = await db()
      .select({ number: filings.fileNumber })
      .from(filings)
      .where(
        inArray(
          filings.reference,
          submitted.map(({ reference }) => reference),
        ),
      );
    const sequences = rows.map(({ number }) => Number(number?.slice(6, 14))).sort((a, b) => a - b);
    expect(sequences).toEqual(Array.from({ length: 6 }, (_, i) => before.length + 1 + i));
  });

  it('refuses what is not complete, and leaves the draft as it was', async () => {
    const filer = await newFiler(inHours);
    const { reference, documentId } = await readyDraft(filer);
    const submit = () => submitClaim(filer, { draft: reference, locale: 'en' }, times(inHours));
    await db().update(documents).set({ state: 'removed' }).where(eq(documents.id, documentId));
    await expect(submit()).rejects.toThrow(new Refused('documentsMissing'));
    await saveStep(filer, reference, 'language', {}, new Date());
    await expect(submit()).rejects.toThrow(new Refused('claimIncomplete'));
    const [filing] = await db().select().from(filings).where(eq(filings.submittedBy, filer.userId));
    expect(filing).toBeUndefined();
  });
});
