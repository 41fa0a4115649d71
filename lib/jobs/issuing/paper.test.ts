import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { findFilingOfDraft, getDraft, listDrafts } from '@/lib/data/claim/drafts';
import { changePaper, findPaperOf, listPaperDrafts, startPaper } from '@/lib/data/claim/paper/paper-drafts';
import { getReceipt } from '@/lib/data/claim/receipts';
import { getVersion } from '@/lib/data/claim/versions';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { documents } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { getFiling } from '@/lib/data/filing/filings';
import { isKeptByCounter, listSubstitutes } from '@/lib/data/filing/substitutes';
import { decideSubstitute } from '@/lib/data/filing/substitution';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import type { UserActor } from '@/lib/domain/access/access';
import type { Paper } from '@/lib/domain/claim/draft/paper';
import { issueDueFilings } from '@/lib/jobs/issuing/issue';
import { receiveSubstitute } from '@/lib/jobs/issuing/receive-substitute';
import { writeNotice } from '@/lib/jobs/mail/mail-about-claim';
import { contact, newFiler, newPerson } from '@/lib/testing/account/people';
import { filled, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

/** Tuesday, November 24, 2026, at 10 in the morning in Toronto. */
const courtNow = new Date('2026-11-24T15:00:00Z');
/** The day before, at a quarter to five. */
const handedIn = '2026-11-23T21:45:00.000Z';
const person = { ...contact, lastName: 'Quillfeather', email: 'pq@example.org' };
const paper: Paper = {
  contact: person,
  receivedAt: handedIn,
  lateReason: 'the line was down',
  accountEmail: '',
};

eachDatabase('a claim on paper', () => {
  let clerk: UserActor;
  const times = () => ({ now: new Date(), courtNow });

  beforeAll(async () => {
    await seedCourts();
    clerk = await newPerson('clerk');
    const row = { contact, createdAt: courtNow, updatedAt: courtNow };
    await db()
      .insert(profiles)
      .values({ userId: clerk.userId, ...row });
  });

  async function entered(given: Partial<Paper> = {}) {
    const { reference: draft } = await startPaper(clerk, { ...paper, ...given }, times());
    await filled(clerk, draft);
    const asked = { draft, locale: 'en' as const, promised: '2026-11-23' };
    const { reference } = await submitted(clerk, asked, times());
    return { draft, filing: await getFiling(clerk, reference) };
  }

  const mailsOf = async (filingId: string) =>
    (await db().select().from(outbox).where(eq(outbox.filingId, filingId))).map(
      ({ kind, recipient, state }) => [kind, recipient, state] as const,
    );

  it('is issued under the date on which it was handed in, for who handed it in', async () => {
    const { draft, filing } = await entered();
    expect(filing).toMatchObject({ state: 'issued', issueOn: '2026-11-23', isOwn: false });
    expect(filing.receivedAt.toISOString()).toBe(handedIn);
    expect(filing.contact.lastName).toBe('Quillfeather');
    expect(filing.fileNumber).toMatch(/^CV-26-\d{8}-0000$/);
    const receipt = await getReceipt(clerk, filing.reference);
    expect([receipt.receivedAt.toISOString(), receipt.issueOn]).toEqual([handedIn, '2026-11-23']);
    expect(await mailsOf(filing.id)).toContainEqual(['claim-issued', 'pq@example.org', 'queued']);
    expect(await findPaperOf(clerk, filing.id)).toMatchObject({ paper, clerk: expect.any(String) });
    expect(await findFilingOfDraft(clerk, draft)).toBe(filing.reference);
    expect((await listDrafts(clerk)).map(({ reference }) => reference)).not.toContain(draft);
  });

  it('has an audit row with who entered it, when it was received, and why later', async () => {
    const { filing } = await entered();
    const lines = await db().select().from(audit).where(eq(audit.subject, filing.reference));
    const submission = lines.find(({ action }) => action === 'submit filing');
    expect([submission?.userId, submission?.details]).toMatchObject([
      clerk.userId,
      { issueOn: '2026-11-23', receivedAt: handedIn, reason: 'the line was down' },
    ]);
  });

  it('bears the next business day if it was handed in after hours, and none that the form did not show', async () => {
    const { reference: draft } = await startPaper(
      clerk,
      { ...paper, receivedAt: '2026-11-23T23:00:00.000Z' },
      times(),
    );
    await filled(clerk, draft);
    const asked = { draft, locale: 'en' as const };
    await expect(submitted(clerk, { ...asked, promised: '2026-11-23' }, times())).rejects.toThrow(
      'date-changed',
    );
    const { reference } = await submitted(clerk, { ...asked, promised: '2026-11-24' }, times());
    expect(await getFiling(clerk, reference)).toMatchObject({ state: 'issued', issueOn: '2026-11-24' });
  });

  it('waits for the opening where its day has yet to come', async () => {
    const evening = new Date('2026-11-24T23:00:00Z');
    const { reference: draft } = await startPaper(
      clerk,
      { ...paper, receivedAt: '2026-11-24T22:30:00.000Z', lateReason: '' },
      { now: new Date(), courtNow: evening },
    );
    await filled(clerk, draft);
    const asked = { draft, locale: 'fr' as const, promised: '2026-11-25' };
    const { reference } = await submitted(clerk, asked, { now: new Date(), courtNow: evening });
    expect((await getFiling(clerk, reference)).state).toBe('received');
    await issueDueFilings(() => ({ now: new Date(), courtNow: new Date('2026-11-25T13:31:00Z') }));
    expect((await getFiling(clerk, reference)).state).toBe('issued');
  });

  it('goes to an account by an address that this confirmed', async () => {
    const filer = await newFiler(courtNow);
    await noteConfirmed(db(), filer.userId, 'own@example.org', courtNow);
    const { filing } = await entered({ accountEmail: 'Own@example.org' });
    const own = await getFiling(filer, filing.reference);
    expect(own.isOwn).toBe(true);
    const [version] = own.documents[0]?.versions ?? [];
    expect(await getVersion(filer, version?.id ?? '')).toMatchObject({ reference: filing.reference });
    expect(await mailsOf(filing.id)).toContainEqual(['claim-issued', 'pq@example.org', 'unconfirmed']);
  });

  it('goes to no account that nobody or several confirmed the address for', async () => {
    const nobody = startPaper(clerk, { ...paper, accountEmail: 'nobody@example.org' }, times());
    await expect(nobody).rejects.toThrow(new Refused('noSuchAccount'));
    for (const filer of [await newFiler(courtNow), await newFiler(courtNow)])
      await noteConfirmed(db(), filer.userId, 'shared@example.org', courtNow);
    const several = startPaper(clerk, { ...paper, accountEmail: 'shared@example.org' }, times());
    await expect(several).rejects.toThrow(new Refused('severalAccounts'));
  });

  it('of a person without an e-mail address sends nothing, and is issued all the same', async () => {
    const { filing } = await entered({ contact: { ...person, email: '' } });
    expect(filing.state).toBe('issued');
    expect(await mailsOf(filing.id)).toEqual([]);
  });

  /** A filing on hold because its document has no place for the seal. */
  async function onHold(given: Partial<Paper> = {}) {
    const { reference: draft } = await startPaper(clerk, { ...paper, ...given }, times());
    const { documentId, bytes } = await filled(clerk, draft);
    const noPlace = { place: { kind: 'nowhere' as const } };
    await db().update(documents).set(noPlace).where(eq(documents.id, documentId));
    const { reference } = await submitted(clerk, { draft, locale: 'en', promised: '2026-11-23' }, times());
    const filing = await getFiling(clerk, reference);
    expect(filing.state).toBe('held');
    return { filing, reference, documentId, bytes };
  }

  it('on hold has its document replaced by staff, through the same checks', async () => {
    const { reference, documentId, bytes } = await onHold();
    const other = await newPerson('clerk');
    expect(await isKeptByCounter(other, reference)).toBe(true);
    const offer = { reference, documentId, name: 'scan.pdf', promised: '2026-11-24' };
    const replacement = { ...offer, kind: 'replacement' as const };
    const wrong = receiveSubstitute(other, { ...replacement, promised: '2026-11-23' }, bytes, times());
    await expect(wrong).rejects.toThrow(new Refused('replacementDateChanged'));
    expect(await receiveSubstitute(other, replacement, Buffer.from('no PDF'), times())).toMatchObject({
      code: 'not-a-pdf',
    });
    const stranger = await newFiler(courtNow);
    const theirs = receiveSubstitute(stranger, replacement, bytes, times());
    await expect(theirs).rejects.toThrow(new NotFound('filing'));
    await receiveSubstitute(other, replacement, bytes, times());
    await issueDueFilings(times);
    expect(await getFiling(clerk, reference)).toMatchObject({ state: 'issued', issueOn: '2026-11-24' });
  });

  it('on hold has a copy of the same paper decided by another than who sent it', async () => {
    const { filing, reference, documentId, bytes } = await onHold();
    const confirmedAt = new Date();
    const sender = { ...(await newPerson('registrar')), confirmedAt };
    const other = { ...(await newPerson('registrar')), confirmedAt };
    const copy = { reference, documentId, name: 'scan.pdf', promised: '', kind: 'repaired-copy' as const };
    await receiveSubstitute(sender, copy, bytes, times());
    const [offered] = await listSubstitutes(sender, reference);
    const decided = async (actor: UserActor) => {
      const notice = await writeNotice(filing, 'approved');
      const decision = { approve: true, reason: 'seen' };
      await decideSubstitute(actor, offered?.id ?? '', decision, notice, times());
    };
    await expect(decided(sender)).rejects.toThrow(new Refused('ownCopy'));
    await decided(other);
    expect((await getFiling(clerk, reference)).issueOn).toBe('2026-11-23');
  });

  it('on hold in an account is for its filer to mend, and not for staff', async () => {
    const filer = await newFiler(courtNow);
    await noteConfirmed(db(), filer.userId, 'mends@example.org', courtNow);
    const { reference, documentId, bytes } = await onHold({ accountEmail: 'mends@example.org' });
    expect(await isKeptByCounter(clerk, reference)).toBe(false);
    const offer = { reference, documentId, name: 'scan.pdf', promised: '2026-11-24' };
    const byClerk = receiveSubstitute(clerk, { ...offer, kind: 'replacement' }, bytes, times());
    await expect(byClerk).rejects.toThrow(new NotFound('filing'));
    await receiveSubstitute(filer, { ...offer, kind: 'replacement' }, bytes, times());
  });

  it('without an account belongs to the counter, to which nobody signs in', async () => {
    const { filing } = await entered();
    const [row] = await db()
      .select({ user: users })
      .from(filings)
      .innerJoin(profiles, eq(profiles.id, filings.profileId))
      .innerJoin(users, eq(users.id, profiles.userId))
      .where(eq(filings.id, filing.id));
    expect(row?.user.closedAt).not.toBeNull();
    expect(row?.user.oneKeyId).toBe('court counter');
    const another = await newFiler(courtNow);
    await expect(getFiling(another, filing.reference)).rejects.toThrow(new NotFound('filing'));
  });

  it.each([
    [{ receivedAt: '2026-11-24T15:00:01.000Z' }, 'receivedInFuture'],
    [{ receivedAt: '2016-11-24T15:00:00.000Z' }, 'receivedTooEarly'],
    [{ lateReason: '' }, 'enterLateReason'],
  ] as const)('is not taken with %j', async (given, fault) => {
    await expect(startPaper(clerk, { ...paper, ...given }, times())).rejects.toThrow(new Refused(fault));
  });

  it('is changed by who entered it until it is submitted, and by nobody else', async () => {
    const { reference } = await startPaper(clerk, paper, times());
    const changed = { ...paper, receivedAt: '2026-11-23T20:00:00.000Z' };
    await changePaper(clerk, reference, changed, times());
    expect((await getDraft(clerk, reference)).paper).toEqual(changed);
    expect((await listPaperDrafts(clerk)).map((one) => one.reference)).toContain(reference);
    const other = await newPerson('registrar');
    await expect(changePaper(other, reference, paper, times())).rejects.toThrow(new NotFound('draft'));
    await expect(startPaper(other, paper, times())).rejects.toThrow(new Refused('paperNeedsProfile'));
    const filer = await newFiler(courtNow);
    await expect(startPaper(filer, paper, times())).rejects.toThrow(new NotFound('paper'));
    await expect(listPaperDrafts(filer)).rejects.toThrow(new NotFound('paper'));
  });
});
