import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { documents, documentVersions, type VersionKind } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { register } from '@/lib/data/db/schema/register';
import { getFiling } from '@/lib/data/filing/filings';
import { releaseFiling } from '@/lib/data/filing/hold';
import { redateFiling } from '@/lib/data/filing/redating';
import { getSubstitute, listSubstitutes, listWaitingSubstitutes } from '@/lib/data/filing/substitutes';
import { decideSubstitute } from '@/lib/data/filing/substitution';
import { withdrawFiling } from '@/lib/data/filing/withdrawal';
import type { UserActor } from '@/lib/domain/access/access';
import { issueDueFilings } from '@/lib/jobs/issuing/issue';
import { receiveSubstitute } from '@/lib/jobs/issuing/receive-substitute';
import { writeNotice } from '@/lib/jobs/mail/mail-about-claim';
import { store } from '@/lib/storage/store';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { otherFiles } from '@/lib/testing/claim/other-files';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';
import { issued } from '@/lib/testing/pdf/pages';
import { sealedAt } from '@/lib/testing/pdf/seal';

const monday = new Date('2026-11-23T15:00:00Z');
const tuesday = new Date('2026-11-24T15:00:00Z');
const evening = new Date('2026-11-23T23:00:00Z');
const times = (courtNow: Date) => ({ now: new Date(), courtNow });

const rowOf = async (reference: string) => {
  const [row] = await db().select().from(filings).where(eq(filings.reference, reference));
  if (!row) throw new Error('no filing');
  return row;
};
const mailsOf = async (filingId: string) => {
  const rows = await db()
    .select()
    .from(outbox)
    .where(eq(outbox.filingId, filingId))
    .orderBy(asc(outbox.createdAt));
  return rows.map(({ kind }) => kind).sort();
};
const entriesOf = async (filingId: string) => {
  const rows = await db()
    .select()
    .from(register)
    .where(eq(register.filingId, filingId))
    .orderBy(asc(register.entry));
  return rows.map(({ kind, issuedOn }) => [kind, issuedOn]);
};

onDatabase('a filing that cannot be issued', () => {
  let registrar: UserActor;
  let clerk: UserActor;

  beforeAll(async () => {
    registrar = await newPerson('registrar');
    clerk = await newPerson('clerk');
  });

  /** A claim on hold: its document was certified as final after the upload was examined. */
  async function held() {
    const filer = await newFiler(monday);
    const draft = await readyDraft(filer);
    await db()
      .update(documents)
      .set({ place: { kind: 'nowhere' } })
      .where(eq(documents.id, draft.documentId));
    const asked = { draft: draft.reference, locale: 'en' as const };
    const { reference } = await submitted(filer, asked, times(monday));
    return { filer, draft, reference };
  }

  it('goes on hold with a reason, keeps receipt and date, and the filer is told once', async () => {
    const { reference } = await held();
    const row = await rowOf(reference);
    expect(row).toMatchObject({
      state: 'held',
      holdReason: 'no-room',
      heldAt: monday,
      issueOn: '2026-11-23',
    });
    expect(await mailsOf(row.id)).toEqual(['claim-held', 'claim-received']);
    await issueDueFilings(() => times(tuesday));
    expect(await rowOf(reference)).toMatchObject({ state: 'held', attempts: 1 });
  });

  it('is issued under its number and date when a clerk releases it and the cause is gone', async () => {
    const { filer, draft, reference } = await held();
    const { fileNumber } = await rowOf(reference);
    await expect(releaseFiling(filer, reference, times(tuesday), true)).rejects.toThrow(NotFound);
    await db().update(documents).set({ place: null }).where(eq(documents.id, draft.documentId));
    await releaseFiling(clerk, reference, times(tuesday), true);
    await issueDueFilings(() => times(tuesday));
    expect(await rowOf(reference)).toMatchObject({ state: 'issued', fileNumber, issueOn: '2026-11-23' });
    await expect(releaseFiling(clerk, reference, times(tuesday), true)).rejects.toThrow(
      new Refused('notOnHold'),
    );
  });

  const copyOf = (text: string) => claimPdf({ title: text, pages: 1 });
  async function offer(kind: 'repaired-copy' | 'replacement', title: string, at = tuesday) {
    const { filer, draft, reference } = await held();
    const copy = { reference, documentId: draft.documentId, kind, name: 'copy.pdf', promised: '2026-11-24' };
    const refused = await receiveSubstitute(filer, copy, await copyOf(title), times(at));
    return { filer, draft, reference, copy, refused };
  }

  it('takes a repaired copy of the same content once a registrar approves it, and keeps its date', async () => {
    const { filer, draft, reference, refused } = await offer('repaired-copy', 'claim');
    expect(refused).toBeUndefined();
    const [substitute] = await listSubstitutes(filer, reference);
    expect(substitute).toMatchObject({ state: 'proposed', comparison: { isSame: true } });
    expect(await rowOf(reference)).toMatchObject({ state: 'held' });
    expect(await listWaitingSubstitutes(clerk)).toContain(reference);
    const notice = await writeNotice(await getFiling(filer, reference), 'approved', { reason: 'same' });
    const approval = { approve: true, reason: 'same' };
    const decide = (actor: UserActor) =>
      decideSubstitute(actor, substitute?.id ?? '', approval, notice, times(tuesday));
    await expect(decide(clerk)).rejects.toThrow(NotFound);
    await expect(decide(filer)).rejects.toThrow(NotFound);
    await decide(registrar);
    await expect(decide(registrar)).rejects.toThrow(Refused);
    await issueDueFilings(() => times(tuesday));
    const row = await rowOf(reference);
    expect(row).toMatchObject({ state: 'issued', issueOn: '2026-11-23' });
    expect(await entriesOf(row.id)).toEqual([['issued', '2026-11-23']]);
    const versions = await db()
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.documentId, draft.documentId));
    const shown = (await getFiling(filer, reference)).documents[0]?.versions.map(({ kind }) => kind);
    expect(shown).toEqual(['uploaded', 'repaired-copy', 'sealed']);
    const bytesOf = (kind: VersionKind) =>
      store.read(versions.find((version) => version.kind === kind)?.storageKey ?? '');
    const [bytes, copy] = [await bytesOf('sealed'), await bytesOf('repaired-copy')];
    expect(Buffer.from(bytes.subarray(0, copy.length)).equals(Buffer.from(copy))).toBe(true);
  });

  it('shows how a copy differs, and stays on hold when the registrar refuses it', async () => {
    const { filer, reference } = await offer('repaired-copy', 'claim for more');
    const [substitute] = await listSubstitutes(filer, reference);
    expect(substitute?.comparison).toMatchObject({ isSame: false, added: ['FOR MORE'] });
    const decision = { approve: false, reason: 'Another text' };
    const notice = await writeNotice(await getFiling(filer, reference), 'refused', decision);
    await decideSubstitute(registrar, substitute?.id ?? '', decision, notice, times(tuesday));
    const row = await rowOf(reference);
    expect(row.state).toBe('held');
    expect(await mailsOf(row.id)).toContain('substitute-decided');
    await expect(getSubstitute(await newFiler(monday), substitute?.id ?? '')).rejects.toThrow(NotFound);
  });

  it('takes a replacement at once, under the date of its own receipt', async () => {
    const { reference } = await offer('replacement', 'another claim');
    await issueDueFilings(() => times(tuesday));
    const row = await rowOf(reference);
    expect(row).toMatchObject({ state: 'issued', issueOn: '2026-11-24' });
    expect(await entriesOf(row.id)).toEqual([
      ['redated', '2026-11-24'],
      ['issued', '2026-11-24'],
    ]);
  });

  it('takes no copy that cannot be sealed either, nor from another person', async () => {
    const { filer, draft, reference } = await held();
    const copy = {
      reference,
      documentId: draft.documentId,
      kind: 'replacement' as const,
      name: 'copy.pdf',
      promised: '2026-11-24',
    };
    expect(await receiveSubstitute(filer, copy, Buffer.from('no PDF'), times(tuesday))).toMatchObject({
      code: 'not-a-pdf',
    });
    for (const [, kind, bytes] of otherFiles)
      expect(await receiveSubstitute(filer, copy, bytes, times(tuesday))).toMatchObject({ code: kind });
    const sealed = await sealedAt(await claimPdf({ title: 'Claim', pages: 1 }));
    const refused = { code: 'already-sealed', sealNumber: issued.fileNumber };
    expect(await receiveSubstitute(filer, copy, sealed, times(tuesday))).toMatchObject(refused);
    const stranger = await newFiler(monday);
    await expect(receiveSubstitute(stranger, copy, await copyOf('x'), times(tuesday))).rejects.toThrow(
      NotFound,
    );
    expect(await listSubstitutes(filer, reference)).toEqual([]);
  });

  it('goes on hold after three tries where storage has other bytes; with those no copy is compared', async () => {
    const filer = await newFiler(monday);
    const draft = await readyDraft(filer);
    const other = await store.put({ customId: randomUUID(), name: 'x.pdf' }, await copyOf('another claim'));
    await db()
      .update(documentVersions)
      .set({ storageKey: other })
      .where(eq(documentVersions.documentId, draft.documentId));
    const asked = { draft: draft.reference, locale: 'en' as const };
    const { reference } = await submitted(filer, asked, times(monday));
    for (const attempts of [1, 2]) {
      const row = await rowOf(reference);
      expect(row).toMatchObject({ state: 'received', attempts, lastError: 'stored-bytes-differ' });
      await issueDueFilings(() => times(row.dueAt));
    }
    expect(await rowOf(reference)).toMatchObject({ state: 'held', holdReason: 'stored-bytes-differ' });
    const copy = {
      reference,
      documentId: draft.documentId,
      kind: 'repaired-copy' as const,
      name: 'copy.pdf',
      promised: '2026-11-24',
    };
    await receiveSubstitute(filer, copy, await copyOf('another claim'), times(tuesday));
    await receiveSubstitute(filer, copy, draft.bytes, times(evening));
    const offered = await listSubstitutes(filer, reference);
    expect(offered.map(({ comparison }) => comparison)).toEqual([
      { isSame: null, removed: [], added: [] },
      { isSameFile: true, isSame: true, removed: [], added: [] },
    ]);
  });

  it('goes on hold after some tries, the document named, where storage has it no longer or sealing it fails', async () => {
    const filer = await newFiler(monday);
    const [gone, failing] = [await readyDraft(filer), await readyDraft(filer)];
    await store.delete(gone.storageKey);
    await db()
      .update(documents)
      .set({ place: { kind: 'unforeseen' } as never })
      .where(eq(documents.id, failing.documentId));
    for (const { draft, reason, most } of [
      { draft: gone, reason: 'file-gone', most: 8 },
      { draft: failing, reason: 'cannot-be-sealed', most: 3 },
    ]) {
      const asked = { draft: draft.reference, locale: 'en' as const };
      const { reference } = await submitted(filer, asked, times(monday));
      for (let attempts = 1; attempts < most; attempts += 1) {
        const { dueAt, ...row } = await rowOf(reference);
        expect(row).toMatchObject({ state: 'received', lastError: reason, attempts });
        await issueDueFilings(() => times(dueAt));
      }
      const held = { state: 'held', holdReason: reason, heldDocument: draft.documentId, attempts: most };
      expect(await rowOf(reference)).toMatchObject(held);
    }
  });

  it('has a copy compared with the last document that was taken, not with one that it took the place of', async () => {
    const { filer, draft, reference, copy } = await offer('replacement', 'another claim');
    await db()
      .update(documents)
      .set({ place: { kind: 'nowhere' } })
      .where(eq(documents.id, draft.documentId));
    await issueDueFilings(() => times(tuesday));
    expect(await rowOf(reference)).toMatchObject({ state: 'held' });
    const repaired = { ...copy, kind: 'repaired-copy' as const };
    await receiveSubstitute(
      filer,
      repaired,
      await claimPdf({ title: 'another claim', pages: 1 }),
      times(evening),
    );
    const substitute = (await listSubstitutes(filer, reference)).find(({ kind }) => kind === 'repaired-copy');
    expect(substitute?.comparison).toMatchObject({ isSame: true });
  });

  it('can be withdrawn; its number is then void in the register', async () => {
    const { filer, reference } = await held();
    const notice = await writeNotice(await getFiling(filer, reference), 'withdrawn');
    const withdraw = (actor: UserActor) => withdrawFiling(actor, reference, notice, times(tuesday));
    await expect(withdraw(await newFiler(monday))).rejects.toThrow(NotFound);
    await expect(withdraw(clerk)).rejects.toThrow(NotFound);
    await withdraw(filer);
    const row = await rowOf(reference);
    expect(row).toMatchObject({ state: 'withdrawn', withdrawnAt: tuesday });
    expect(await entriesOf(row.id)).toEqual([['void', '2026-11-23']]);
    expect(await mailsOf(row.id)).toContain('claim-withdrawn');
    await withdraw(filer);
    expect(await entriesOf(row.id)).toHaveLength(1);
  });

  it('is given another date by a registrar alone, on a business day, with a notice and an entry', async () => {
    const filer = await newFiler(evening);
    const draft = await readyDraft(filer);
    const { reference } = await submitted(filer, { draft: draft.reference, locale: 'fr' }, times(evening));
    const redate = async (actor: UserActor, issueOn: string) => {
      const change = { issueOn, reason: 'Outage' };
      const notice = await writeNotice(await getFiling(filer, reference), 'redated', change);
      await db().transaction((tx) => redateFiling(actor, reference, change, notice, times(evening), tx));
    };
    await expect(redate(clerk, '2026-11-23')).rejects.toThrow(NotFound);
    await expect(redate(registrar, '2026-11-22')).rejects.toThrow(new Refused('noBusinessDay'));
    await expect(redate(registrar, '2026-11-24')).rejects.toThrow(new Refused('sameDate'));
    await redate(registrar, '2026-11-23');
    const row = await rowOf(reference);
    expect(row).toMatchObject({ issueOn: '2026-11-23', dueAt: evening });
    expect(await entriesOf(row.id)).toEqual([['redated', '2026-11-23']]);
    expect(await mailsOf(row.id)).toEqual(['claim-received', 'claim-redated']);
    await issueDueFilings(() => times(evening));
    expect(await rowOf(reference)).toMatchObject({ state: 'issued', issueOn: '2026-11-23' });
    await expect(redate(registrar, '2026-11-25')).rejects.toThrow(new Refused('notToBeRedated'));
  });
});
