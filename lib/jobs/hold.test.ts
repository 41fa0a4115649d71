import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { getFiling } from '@/lib/data/filings';
import { releaseFiling } from '@/lib/data/hold';
import { redateFiling } from '@/lib/data/redating';
import { decideRepair, getRepair, listRepairs, listWaitingRepairs } from '@/lib/data/repairs';
import { documents, documentVersions, filings, outbox, register } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { newFiler, newPerson } from '@/lib/data/testing-people';
import { withdrawFiling } from '@/lib/data/withdrawal';
import type { UserActor } from '@/lib/domain/access';
import { issueDueFilings } from '@/lib/jobs/issue';
import { noticeOf, repairNotice } from '@/lib/jobs/notices';
import { receiveRepair } from '@/lib/jobs/repair';
import { readyDraft, submitted } from '@/lib/jobs/testing-submit';
import { store } from '@/lib/services/storage/store';

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

eachDatabase('a filing that cannot be issued', () => {
  let registrar: UserActor;
  let clerk: UserActor;

  beforeAll(async () => {
    registrar = await newPerson('registrar');
    clerk = await newPerson('clerk');
  });

  /** A claim on hold: its document was certified as final after it had been looked at. */
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
    await expect(releaseFiling(filer, reference, times(tuesday))).rejects.toThrow(NotFound);
    await db().update(documents).set({ place: null }).where(eq(documents.id, draft.documentId));
    await releaseFiling(clerk, reference, times(tuesday));
    await issueDueFilings(() => times(tuesday));
    expect(await rowOf(reference)).toMatchObject({ state: 'issued', fileNumber, issueOn: '2026-11-23' });
    await expect(releaseFiling(clerk, reference, times(tuesday))).rejects.toThrow(new Refused('notOnHold'));
  });

  const copyOf = (text: string) => claimPdf({ title: text, pages: 1 });
  async function offer(kind: 'same-content' | 'replacement', title: string, at = tuesday) {
    const { filer, draft, reference } = await held();
    const copy = { reference, documentId: draft.documentId, kind, name: 'copy.pdf', promised: '2026-11-24' };
    const refused = await receiveRepair(filer, copy, await copyOf(title), times(at));
    return { filer, draft, reference, copy, refused };
  }

  it('takes a repaired copy of the same content once a registrar approves it, and keeps its date', async () => {
    const { filer, draft, reference, refused } = await offer('same-content', 'claim');
    expect(refused).toBeUndefined();
    const [repair] = await listRepairs(filer, reference);
    expect(repair).toMatchObject({ state: 'proposed', comparison: { isSame: true } });
    expect(await rowOf(reference)).toMatchObject({ state: 'held' });
    expect(await listWaitingRepairs(clerk)).toContain(reference);
    const decide = (actor: UserActor) =>
      decideRepair(actor, repair?.id ?? '', { approve: true, reason: 'same' }, times(tuesday), repairNotice);
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
    expect(versions.map(({ version }) => version).sort()).toEqual([0, 1, 2]);
    const shown = (await getFiling(filer, reference)).documents[0]?.versions.map(({ version }) => version);
    expect(shown).toEqual([0, 2, 1]);
    const sealed = versions.find(({ version }) => version === 1);
    const bytes = await store.read(sealed?.storageKey ?? '');
    const copy = await store.read(versions.find(({ version }) => version === 2)?.storageKey ?? '');
    expect(Buffer.from(bytes.subarray(0, copy.length)).equals(Buffer.from(copy))).toBe(true);
  });

  it('shows how a copy differs, and stays on hold when the registrar refuses it', async () => {
    const { filer, reference } = await offer('same-content', 'claim for more');
    const [repair] = await listRepairs(filer, reference);
    expect(repair?.comparison).toMatchObject({ isSame: false, added: ['FOR MORE'] });
    const decision = { approve: false, reason: 'Another text' };
    await decideRepair(registrar, repair?.id ?? '', decision, times(tuesday), repairNotice);
    const row = await rowOf(reference);
    expect(row.state).toBe('held');
    expect(await mailsOf(row.id)).toContain('repair-decided');
    await expect(getRepair(await newFiler(monday), repair?.id ?? '')).rejects.toThrow(NotFound);
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
    expect(await receiveRepair(filer, copy, Buffer.from('no PDF'), times(tuesday))).toBe('not-a-pdf');
    const stranger = await newFiler(monday);
    await expect(receiveRepair(stranger, copy, await copyOf('x'), times(tuesday))).rejects.toThrow(NotFound);
    expect(await listRepairs(filer, reference)).toEqual([]);
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
      kind: 'same-content' as const,
      name: 'copy.pdf',
      promised: '2026-11-24',
    };
    await receiveRepair(filer, copy, await copyOf('another claim'), times(tuesday));
    await receiveRepair(filer, copy, draft.bytes, times(evening));
    const offered = await listRepairs(filer, reference);
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
    for (const { draft, reason, tries } of [
      { draft: gone, reason: 'file-gone', tries: 8 },
      { draft: failing, reason: 'cannot-be-sealed', tries: 3 },
    ]) {
      const asked = { draft: draft.reference, locale: 'en' as const };
      const { reference } = await submitted(filer, asked, times(monday));
      for (let attempts = 1; attempts < tries; attempts += 1) {
        const { dueAt, ...row } = await rowOf(reference);
        expect(row).toMatchObject({ state: 'received', lastError: reason, attempts });
        await issueDueFilings(() => times(dueAt));
      }
      const held = { state: 'held', holdReason: reason, heldDocument: draft.documentId, attempts: tries };
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
    const repaired = { ...copy, kind: 'same-content' as const };
    await receiveRepair(
      filer,
      repaired,
      await claimPdf({ title: 'another claim', pages: 1 }),
      times(evening),
    );
    const repair = (await listRepairs(filer, reference)).find(({ kind }) => kind === 'same-content');
    expect(repair?.comparison).toMatchObject({ isSame: true });
  });

  it('can be withdrawn; its number is then void in the register', async () => {
    const { filer, reference } = await held();
    const write = (tx: Parameters<typeof noticeOf>[0], filing: Parameters<typeof noticeOf>[1]) =>
      noticeOf(tx, filing, 'withdrawn');
    const withdraw = (actor: UserActor) => withdrawFiling(actor, reference, times(tuesday), write);
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
    const redate = (actor: UserActor, issueOn: string) =>
      redateFiling(actor, reference, { issueOn, reason: 'Outage' }, times(evening), (tx, filing) =>
        noticeOf(tx, filing, 'redated', { issueOn, reason: 'Outage' }),
      );
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
