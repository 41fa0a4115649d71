import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { Outdated, Refused } from '@/lib/data/access/errors';
import { saveStep } from '@/lib/data/claim/answers';
import { removeDocument } from '@/lib/data/claim/documents/documents';
import { type Prepared, prepareSubmission, type Submit } from '@/lib/data/claim/submission';
import { submitDraft } from '@/lib/data/claim/submit-draft';
import { addClosure, listClosures, removeClosure } from '@/lib/data/court/calendar-editing';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import type { UserActor } from '@/lib/domain/access/access';
import { receiveClaim } from '@/lib/jobs/issuing/submit';
import { contact, newFiler, newPerson } from '@/lib/testing/account/people';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';
import { readyDraft } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

// Monday, 10:00 in Toronto
const courtNow = new Date('2026-11-23T15:00:00Z');
const times = { now: new Date(), courtNow };
const receipt = { subject: 's', html: 'h', text: 't' };

onDatabase('a draft that is submitted', () => {
  let staff: UserActor;
  beforeAll(async () => {
    staff = { ...(await newPerson('administrator')), confirmedAt: times.now };
  });

  /** A prepared draft, whose receipt can be written; `submit` then submits it. */
  async function prepared() {
    const filer = await newFiler(courtNow);
    const draft = await readyDraft(filer);
    const seen = await certifiedContentSeen(filer, draft.reference);
    const form = { draft: draft.reference, key: randomUUID(), promised: '2026-11-23', seen };
    const asked: Submit = { ...form, locale: 'en' };
    const read = await prepareSubmission(filer, asked, courtNow);
    const { submission } = read as Prepared;
    const submit = () => submitDraft(filer, asked, { submission, receipt }, times);
    return { filer, draft, asked, submission, submit };
  }
  const filingsOf = ({ userId }: UserActor) => db().$count(filings, eq(filings.submittedBy, userId));

  it('becomes a filing with the receipt that was written from it', async () => {
    const { submission, submit } = await prepared();
    const submitted = await submit();
    expect(submitted).toMatchObject({ kind: 'submitted', reference: submission.reference, isDue: true });
    const [filing] = await db().select().from(filings).where(eq(filings.reference, submission.reference));
    const mails = await db()
      .select()
      .from(outbox)
      .where(eq(outbox.filingId, filing?.id ?? ''));
    expect(mails).toMatchObject([{ kind: 'claim-received', ...receipt }]);
  });

  it('is read anew where what its receipt tells was changed before the lock', async () => {
    const { filer, asked, submission, submit } = await prepared();
    const court = eq(courts.id, submission.court.id);
    await db().update(courts).set({ address: '1 New Street' }).where(court);
    await expect(submit()).rejects.toThrow(Outdated);
    expect(await filingsOf(filer)).toBe(0);
    const submitted = await receiveClaim(filer, asked, times);
    if (submitted.kind !== 'submitted') throw new Error(submitted.kind);
    expect(await db().$count(outbox, eq(outbox.filingId, submitted.filingId))).toBe(1);
  });

  it('is not submitted where an answer, a document or the contact information was changed before the lock', async () => {
    const changes: ((one: Awaited<ReturnType<typeof prepared>>) => Promise<unknown>)[] = [
      ({ filer, asked }) => saveStep(filer, asked.draft, 'nature', { nature: 'bankruptcy' }, times.now),
      ({ filer, draft }) => removeDocument(filer, draft.documentId, times.now),
      ({ filer }) =>
        db()
          .update(profiles)
          .set({ contact: { ...contact, email: 'new@example.org' } })
          .where(eq(profiles.userId, filer.userId)),
    ];
    for (const change of changes) {
      const one = await prepared();
      await change(one);
      expect(await one.submit()).toEqual({ kind: 'content-changed' });
      expect(await filingsOf(one.filer)).toBe(0);
    }
  });

  it('is not submitted under a date that the calendar changed before the lock', async () => {
    const { filer, submit } = await prepared();
    const closure = { on: '2026-11-23', isHoliday: false, nameEn: 'a', nameFr: 'b' };
    await db().transaction((tx) => addClosure(staff, closure, times.now, tx));
    expect(await submit()).toEqual({ kind: 'date-changed' });
    expect(await filingsOf(filer)).toBe(0);
    const added = (await listClosures(staff)).find(({ on }) => on === closure.on);
    await db().transaction((tx) => removeClosure(staff, added?.id ?? '', times.now, tx));
  });

  it('bears the date of its own office, and that of no other', async () => {
    const closed = { on: '2026-11-23', isHoliday: false, nameEn: 'a', nameFr: 'b' };
    const here = { ...closed, where: { office: 'barrie' } };
    const elsewhere = { ...closed, where: { region: 'toronto' as const } };
    await db().transaction((tx) => addClosure(staff, elsewhere, times.now, tx));
    const { asked, filer, submit } = await prepared();
    await db().transaction((tx) => addClosure(staff, here, times.now, tx));
    expect(await submit()).toEqual({ kind: 'date-changed' });
    const next = await receiveClaim(filer, { ...asked, promised: '2026-11-24' }, times);
    expect(next).toMatchObject({ kind: 'submitted', isDue: false });
    for (const { id, on } of await listClosures(staff))
      if (on) await db().transaction((tx) => removeClosure(staff, id, times.now, tx));
  });

  it('is refused where its court stopped accepting claims before the lock', async () => {
    const { filer, submission, submit } = await prepared();
    const court = eq(courts.id, submission.court.id);
    await db().update(courts).set({ acceptsUntil: '2026-11-22' }).where(court);
    await expect(submit()).rejects.toThrow(new Refused('courtNotAccepting'));
    expect(await filingsOf(filer)).toBe(0);
    await db().update(courts).set({ acceptsUntil: null }).where(court);
  });

  it('is the same filing where it was submitted in between, by the same form or another', async () => {
    const { filer, asked, submit } = await prepared();
    const first = await receiveClaim(filer, { ...asked, key: randomUUID() }, times);
    expect(first).toMatchObject({ kind: 'submitted', isDue: true });
    expect(await submit()).toEqual({ ...first, isDue: false });
    expect(await filingsOf(filer)).toBe(1);
  });
});
