import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { walkTables } from '@/lib/cli/register/register-tables';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { approveProposal, takeBackProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { getCourtFile } from '@/lib/data/claim/later/court-file';
import { getReceipt } from '@/lib/data/claim/receipts';
import { getVersion } from '@/lib/data/claim/versions';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { corrections, pendingFiles } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { register } from '@/lib/data/db/schema/register';
import { discardCorrection, findUnfiled, getCorrection } from '@/lib/data/filing/corrections/uploads';
import { getFiling } from '@/lib/data/filing/filings';
import { getHeldDocument } from '@/lib/data/filing/substitutes';
import { withdrawFiling } from '@/lib/data/filing/withdrawal';
import { countDays } from '@/lib/data/health/filing-days';
import { findIssuedByCode } from '@/lib/data/register/verification';
import type { UserActor } from '@/lib/domain/access/access';
import type { CorrectionGround } from '@/lib/domain/claim/later/correction';
import { issueDueFilings } from '@/lib/jobs/issuing/issue';
import { receiveCorrection } from '@/lib/jobs/issuing/receive-correction';
import { verifySeal } from '@/lib/pdf/signature/verify';
import { courtKey } from '@/lib/services/signing/signing-key';
import { store } from '@/lib/storage/store';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const inHours = new Date('2026-11-23T15:00:00Z');
const nextDay = new Date('2026-11-24T15:00:00Z');
const evening = new Date('2026-11-24T23:30:00Z');
const wednesday = new Date('2026-11-25T13:40:00Z');
const notice = { letter: { subject: '', html: '', text: '' }, writtenFor: '2026-11-23' };

eachDatabase('a new version of an issued document', () => {
  let filer: UserActor;
  let one: UserActor;
  let other: UserActor;
  const at = (courtNow: Date) => ({ now: new Date(), courtNow });

  beforeAll(async () => {
    filer = await newFiler(inHours);
    [one, other] = [await newPerson('registrar'), await newPerson('registrar')];
  });

  async function issuedClaim() {
    const { reference: draft } = await readyDraft(filer);
    const { reference } = await submitted(filer, { draft, locale: 'en' }, at(inHours));
    return getFiling(filer, reference);
  }
  type Claim = Awaited<ReturnType<typeof issuedClaim>>;

  async function uploadedFor({ reference, documents: [document] }: Claim) {
    const bytes = await claimPdf({ title: 'Amended claim', pages: 1 });
    const upload = { reference, documentId: document?.id ?? '', name: 'amended.pdf' };
    expect(await receiveCorrection(one, upload, bytes, at(nextDay))).toBeUndefined();
    const unfiled = await findUnfiled(one, (await getFiling(one, reference)).id);
    return { id: unfiled?.correction.id ?? '' };
  }

  const wish = (reference: string, correction: string, ground: CorrectionGround = 'consent') => {
    const order =
      ground === 'order' ? { orderedOn: '2026-11-23', judge: 'Okafor J.' } : { orderedOn: '', judge: '' };
    return { kind: 'correct-filing' as const, reference, correction, ground, ...order };
  };

  /** Uploads, proposes and approves a version at an instant. @returns its filing, which the worker has not taken up */
  async function corrected(claim: Claim, ground: CorrectionGround, courtNow = nextDay) {
    const { id } = await uploadedFor(claim);
    const proposal = await propose(one, wish(claim.reference, id, ground), 'a wrong name', at(courtNow));
    await approveProposal(other, proposal, notice, at(courtNow));
    const [row] = await db().select().from(corrections).where(eq(corrections.id, id));
    const [filing] = await db()
      .select()
      .from(filings)
      .where(eq(filings.id, row?.filedAs ?? ''));
    if (!filing) throw new Error('no filing was made');
    return { filing };
  }

  it('is sealed beside it, recorded and sent; the document itself stays byte for byte', async () => {
    const claim = await issuedClaim();
    const sealedOf = ({ documents: [document] }: Claim) =>
      document?.versions.find(({ kind }) => kind === 'sealed');
    const before = await getVersion(filer, sealedOf(claim)?.id ?? '');
    const { filing: made } = await corrected(claim, 'order');
    await issueDueFilings(() => at(nextDay));

    const filing = await getFiling(filer, made.reference);
    expect(filing).toMatchObject({
      ...{ state: 'issued', fileNumber: claim.fileNumber, laterKind: 'corrected-document' },
      ...{ issueOn: '2026-11-24', isOwn: true },
      statement: { correction: { of: claim.reference, issuedOn: '2026-11-23', orderedOn: '2026-11-23' } },
    });
    const after = await getVersion(filer, sealedOf(filing)?.id ?? '');
    expect(after.filed?.kind).toBe('corrected-document');
    const { mark, signature } = verifySeal(await store.read(after.storageKey), (await courtKey()).authority);
    expect([mark?.fileNumber, mark?.code, signature]).toEqual([
      claim.fileNumber,
      filing.verificationCode,
      'valid',
    ]);
    expect(await getVersion(filer, sealedOf(claim)?.id ?? '')).toEqual(before);
    expect(await getFiling(filer, claim.reference)).toEqual(claim);

    const entries = await db().select().from(register).where(eq(register.filingId, filing.id));
    expect(entries).toMatchObject([
      { kind: 'corrected', corrects: { filing: claim.reference, orderedOn: '2026-11-23' } },
    ]);
    await walkTables();
    const file = await getCourtFile(filer, claim.fileNumber ?? '');
    expect(file.filings.map(({ reference }) => reference)).toEqual([claim.reference, filing.reference]);
    expect((await getReceipt(filer, filing.reference)).documents).toMatchObject([
      { kind: 'corrected-document' },
    ]);
    const mails = await db().select().from(outbox).where(eq(outbox.filingId, filing.id));
    expect(mails).toMatchObject([
      { kind: 'document-filed', attachments: [{ versionId: sealedOf(filing)?.id }] },
    ]);
    expect(mails[0]?.subject).toContain('new version');
  });

  it('is told of with the document, and the document with it', async () => {
    const claim = await issuedClaim();
    const { filing } = await corrected(claim, 'consent');
    expect(await findIssuedByCode(claim.verificationCode ?? '')).toMatchObject({
      later: null,
      original: null,
    });
    await issueDueFilings(() => at(nextDay));
    const { verificationCode } = await getFiling(filer, filing.reference);
    expect(await findIssuedByCode(claim.verificationCode ?? '')).toMatchObject({
      later: { event: 'amended', on: '2026-11-24', orderedOn: null },
      original: null,
    });
    expect(await findIssuedByCode(verificationCode ?? '')).toMatchObject({
      ...{ event: 'amended', later: null },
      original: { event: 'issued', on: '2026-11-23', orderedOn: null },
    });
  });

  it('bears the next business day if it is approved after hours', async () => {
    const { filing } = await corrected(await issuedClaim(), 'before-close', evening);
    expect(filing).toMatchObject({ state: 'received', issueOn: '2026-11-25' });
    await issueDueFilings(() => at(evening));
    expect((await getFiling(one, filing.reference)).state).toBe('received');
    await issueDueFilings(() => at(wednesday));
    expect((await getFiling(one, filing.reference)).state).toBe('issued');
  });

  it('is neither withdrawn nor replaced by its filer, and counts in no statistics', async () => {
    const { filing } = await corrected(await issuedClaim(), 'consent', evening);
    const { reference } = filing;
    const asFiler = [
      () => withdrawFiling(filer, reference, notice, at(evening)),
      () => getHeldDocument(filer, reference, filing.id),
    ];
    for (const ask of asFiler) await expect(ask()).rejects.toThrow(new NotFound('filing'));
    expect((await countDays('2026-11-24', '2026-11-24')).map(({ received }) => received)).toEqual([0]);
    await issueDueFilings(() => at(wednesday));
  });

  it('has a history with who, why, before and after', async () => {
    const claim = await issuedClaim();
    const { filing } = await corrected(claim, 'order');
    const lines = await db().select().from(audit).where(eq(audit.subject, claim.reference));
    const acts = ['upload correction', 'propose change', 'approve proposal', 'correct filing'];
    expect(lines.map(({ action }) => action).filter((action) => acts.includes(action))).toEqual(acts);
    const act = lines.find(({ action }) => action === 'correct filing');
    expect([act?.userId, act?.details]).toMatchObject([
      other.userId,
      { kind: 'corrected-document', judge: 'Okafor J.', correction: filing.reference },
    ]);
    await issueDueFilings(() => at(nextDay));
  });

  it('stands beside an issued document alone, and never beside a version', async () => {
    const claim = await issuedClaim();
    const { filing } = await corrected(claim, 'consent');
    await issueDueFilings(() => at(nextDay));
    const version = await getFiling(one, filing.reference);
    const upload = {
      reference: version.reference,
      documentId: version.documents[0]?.id ?? '',
      name: 'a.pdf',
    };
    const bytes = await claimPdf({ title: 'Again', pages: 1 });
    await expect(receiveCorrection(one, upload, bytes, at(nextDay))).rejects.toThrow(
      new Refused('notToBeCorrected'),
    );
    const elsewhere = { ...upload, reference: claim.reference };
    await expect(receiveCorrection(one, elsewhere, bytes, at(nextDay))).rejects.toThrow(
      new NotFound('document'),
    );
  });

  it('does not exist for a clerk, its filer or anyone else before it is filed', async () => {
    const claim = await issuedClaim();
    const { id } = await uploadedFor(claim);
    const clerk = await newPerson('clerk');
    for (const actor of [clerk, filer, { kind: 'anonymous' as const }])
      await expect(getCorrection(actor, id)).rejects.toThrow(NotFound);
    const upload = { reference: claim.reference, documentId: claim.documents[0]?.id ?? '', name: 'a.pdf' };
    const bytes = await claimPdf({ title: 'No', pages: 1 });
    await expect(receiveCorrection(clerk, upload, bytes, at(nextDay))).rejects.toThrow(NotFound);
    const asked = propose(clerk, wish(claim.reference, id), 'r', at(nextDay));
    await expect(asked).rejects.toThrow(new NotFound('proposal'));
    expect(await getCorrection(other, id)).toMatchObject({ reference: claim.reference, name: 'amended.pdf' });
  });

  it('is refused by its examination as every upload is', async () => {
    const claim = await issuedClaim();
    const upload = { reference: claim.reference, documentId: claim.documents[0]?.id ?? '', name: 'a.pdf' };
    expect(await receiveCorrection(one, upload, Buffer.from('no pdf'), at(nextDay))).toMatchObject({
      ok: false,
    });
    expect(await findUnfiled(one, claim.id)).toBeNull();
  });

  it('gives way to a newer upload or is discarded until it is proposed, and is kept from then on', async () => {
    const claim = await issuedClaim();
    const first = await uploadedFor(claim);
    const second = await uploadedFor(claim);
    expect(await db().$count(corrections, eq(corrections.id, first.id))).toBe(0);
    expect(await db().$count(pendingFiles, eq(pendingFiles.customId, first.id))).toBe(1);
    await discardCorrection(one, claim.reference, at(nextDay));
    const gone = propose(one, wish(claim.reference, second.id), 'r', at(nextDay));
    await expect(gone).rejects.toThrow(new Refused('correctionGone'));

    const third = await uploadedFor(claim);
    const proposal = await propose(one, wish(claim.reference, third.id), 'r', at(nextDay));
    await takeBackProposal(one, proposal, new Date());
    const kept = discardCorrection(one, claim.reference, at(nextDay));
    await expect(kept).rejects.toThrow(new Refused('correctionGone'));
    expect(await findUnfiled(one, claim.id)).toMatchObject({ isUnproposed: false });
  });

  it('is filed once, of two approvals at the same time', async () => {
    const claim = await issuedClaim();
    const { id } = await uploadedFor(claim);
    const proposal = await propose(one, wish(claim.reference, id), 'r', at(nextDay));
    const third = await newPerson('administrator');
    const both = await Promise.allSettled(
      [other, third].map((actor) => approveProposal(actor, proposal, notice, at(nextDay))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().$count(filings, eq(filings.filedIn, claim.fileNumber ?? ''))).toBe(1);
    await issueDueFilings(() => at(nextDay));
  });

  it('is not proposed with an order from before the document or from tomorrow', async () => {
    const claim = await issuedClaim();
    const { id } = await uploadedFor(claim);
    for (const [orderedOn, fault] of [
      ['2026-11-22', 'orderBeforeIssue'],
      ['2026-11-25', 'orderInFuture'],
    ] as const) {
      const asked = { ...wish(claim.reference, id, 'order'), orderedOn };
      await expect(propose(one, asked, 'r', at(nextDay))).rejects.toThrow(new Refused(fault));
    }
  });
});
