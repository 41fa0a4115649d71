import { addSeconds } from 'date-fns';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { documents } from '@/lib/data/db/schema/document';
import { outbox } from '@/lib/data/db/schema/mail';
import { leaseMail } from '@/lib/data/mail/outbox';
import { issueNow } from '@/lib/jobs/issuing/issue';
import { receiveClaim } from '@/lib/jobs/issuing/submit';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submission } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const inHours = new Date('2026-11-23T15:00:00Z');
const evening = new Date('2026-11-23T23:00:00Z');
const now = new Date('2026-11-24T04:00:00Z');

/** A claim that was received at this time by the court's clock, and that nobody has begun to issue. */
async function received(courtNow: Date, { isFit = true } = {}): Promise<string> {
  const filer = await newFiler(courtNow);
  const draft = await readyDraft(filer);
  const unfit = { place: { kind: 'nowhere' } as const };
  if (!isFit) await db().update(documents).set(unfit).where(eq(documents.id, draft.documentId));
  const asked = await submission(filer, { draft: draft.reference, locale: 'en' }, courtNow);
  const answer = await receiveClaim(filer, asked, { now, courtNow });
  if (answer.kind !== 'submitted') throw new Error(answer.kind);
  return answer.filingId;
}

const mailsOf = async (filingId: string) => {
  const rows = await db().select().from(outbox).where(eq(outbox.filingId, filingId)).orderBy(outbox.dueAt);
  return rows.map(({ kind, dueAt }) => [kind, dueAt]);
};

/** Of the messages that a worker takes at this time, those about this filing. */
async function leased(filingId: string, at: Date) {
  const taken = await leaseMail(at, 1000, 60_000);
  return taken.filter((mail) => mail.filingId === filingId).map(({ kind }) => kind);
}

eachDatabase('the receipt’s e-mail', () => {
  it('waits a minute while the office is open, and leaves whatever became of the process that issues', async () => {
    const filing = await received(inHours);
    expect(await leased(filing, addSeconds(now, 59))).toEqual([]);
    expect(await leased(filing, addSeconds(now, 60))).toEqual(['claim-received']);
  });

  it('leaves at once while the office is closed', async () => {
    const filing = await received(evening);
    expect(await leased(filing, now)).toEqual(['claim-received']);
  });

  it('gives way to the message of the issue, which is then the only one', async () => {
    const filing = await received(inHours);
    await issueNow(filing, { now: addSeconds(now, 3), courtNow: inHours });
    expect(await mailsOf(filing)).toEqual([['claim-issued', addSeconds(now, 3)]]);
  });

  it('stays where a worker has begun to send it, or has tried', async () => {
    const filing = await received(inHours);
    expect(await leased(filing, addSeconds(now, 61))).toEqual(['claim-received']);
    await issueNow(filing, { now: addSeconds(now, 62), courtNow: inHours });
    expect((await mailsOf(filing)).map(([kind]) => kind)).toEqual(['claim-received', 'claim-issued']);
  });

  it('goes first where the claim is put on hold instead', async () => {
    const filing = await received(inHours, { isFit: false });
    await issueNow(filing, { now: addSeconds(now, 3), courtNow: inHours });
    expect(await mailsOf(filing)).toEqual([
      ['claim-received', now],
      ['claim-held', addSeconds(now, 3)],
    ]);
    const ofFiling = and(eq(outbox.filingId, filing), eq(outbox.state, 'queued'));
    expect(await db().$count(outbox, ofFiling)).toBe(2);
  });
});
