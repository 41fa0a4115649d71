import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Outdated, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { LeaseLost } from '@/lib/data/db/lease';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { register } from '@/lib/data/db/schema/register';
import { bindFileNumber } from '@/lib/data/filing/file-numbers';
import { leaseDueFiling } from '@/lib/data/filing/filing-lease';
import { retryFiling } from '@/lib/data/filing/filing-record';
import { completeIssue } from '@/lib/data/filing/issuing';
import { redateFiling } from '@/lib/data/filing/redating';
import type { Actor, Role, UserActor } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto; filings bear that Monday
const courtNow = new Date('2026-11-23T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const times = { now, courtNow };
const words = { subject: 's', html: 'h', text: 't' };
const friday = '2026-11-20';

onDatabase('giving a filing another date', () => {
  let filer: UserActor;
  let registrar: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(courtNow);
    registrar = await newPerson('registrar');
  });

  const notice = (writtenFor = '2026-11-23') => ({ letter: words, writtenFor });
  const redate = (actor: Actor, reference: string, issueOn = friday) =>
    db().transaction((tx) =>
      redateFiling(actor, reference, { issueOn, reason: 'the portal was down' }, notice(), times, tx),
    );
  const rowOf = async ({ id }: { id: string }) =>
    (await db().select().from(filings).where(eq(filings.id, id)))[0];
  const entriesOf = ({ id }: { id: string }) => db().select().from(register).where(eq(register.filingId, id));

  it.each<Role>(['registrar', 'administrator'])('is for a %s, and is registered and told', async (role) => {
    const filing = await storeFiling(filer, { receivedAt: courtNow });
    await redate(await newPerson(role), filing.reference);
    expect(await rowOf(filing)).toMatchObject({ issueOn: friday, dueAt: courtNow, receivedAt: courtNow });
    expect(await entriesOf(filing)).toMatchObject([
      { kind: 'redated', issuedOn: friday, fileNumber: null, recordedAt: courtNow, documents: [] },
    ]);
    const mails = await db().select().from(outbox).where(eq(outbox.filingId, filing.id));
    expect(mails).toMatchObject([{ kind: 'claim-redated', recipient: filing.contact.email }]);
    const [line] = await db().select().from(audit).where(eq(audit.subject, filing.reference));
    const details = { from: '2026-11-23', to: friday, reason: 'the portal was down' };
    expect(line).toMatchObject({ action: 'redate filing', details });
  });

  it('has a filing of a later day wait for its opening', async () => {
    const filing = await storeFiling(filer, { receivedAt: courtNow });
    await redate(registrar, filing.reference, '2026-11-25');
    expect((await rowOf(filing))?.dueAt).toEqual(new Date('2026-11-25T13:30:00Z'));
  });

  it('leaves a filing on hold where it is', async () => {
    const filing = await storeFiling(filer, { receivedAt: courtNow, state: 'held', holdReason: 'corrupt' });
    await redate(registrar, filing.reference);
    expect(await rowOf(filing)).toMatchObject({ state: 'held', holdReason: 'corrupt', issueOn: friday });
  });

  it('keeps a number that was bound, and the worker that is sealing the old date finds its lease gone', async () => {
    const { id, reference } = await storeFiling(filer, { receivedAt: courtNow });
    const leased = await leaseDueFiling(times, 60_000, id);
    if (!leased) throw new Error('nothing was leased');
    const { fileNumber } = await bindFileNumber(leased, courtNow);
    await redate(registrar, reference);
    const mail = { ...words, attachments: [] };
    await expect(completeIssue(leased, fileNumber, [], mail, times)).rejects.toThrow(LeaseLost);
    expect(await rowOf({ id })).toMatchObject({ state: 'received', fileNumber, leaseToken: null });
    expect(await entriesOf({ id })).toMatchObject([{ kind: 'redated', fileNumber }]);
  });

  it('takes no date of another year by mistake', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: courtNow });
    for (const mistyped of ['2025-11-24', '1926-11-24', '2062-11-24']) {
      await expect(redate(registrar, reference, mistyped), mistyped).rejects.toThrow(
        new Refused('dateTooFar'),
      );
    }
  });

  it('begins anew: what failed and what was decided before belong to the old date', async () => {
    const before = { lastError: 'failed', attempts: 4, decidedAt: courtNow };
    const filing = await storeFiling(filer, { receivedAt: courtNow, ...before });
    await redate(registrar, filing.reference, '2026-12-15');
    expect(await rowOf(filing)).toMatchObject({ lastError: null, attempts: 0, decidedAt: null });
    const retried = retryFiling(await newPerson('clerk'), filing.reference, times);
    await expect(retried).rejects.toThrow(new Refused('nothingToRetry'));
  });

  it('takes business days alone, and no date twice', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: courtNow });
    for (const closed of ['2026-11-21', '2026-12-25', '2027-09-30']) {
      await expect(redate(registrar, reference, closed), closed).rejects.toThrow(
        new Refused('noBusinessDay'),
      );
    }
    await expect(redate(registrar, reference, '2026-11-23')).rejects.toThrow(new Refused('sameDate'));
  });

  it('does not happen where the e-mail was written before another change of the date', async () => {
    const filing = await storeFiling(filer, { receivedAt: courtNow });
    await redate(registrar, filing.reference);
    await expect(redate(registrar, filing.reference, '2026-11-25')).rejects.toThrow(Outdated);
    expect((await rowOf(filing))?.issueOn).toBe(friday);
    expect(await entriesOf(filing)).toHaveLength(1);
    expect(await db().$count(outbox, eq(outbox.filingId, filing.id))).toBe(1);
    expect(await db().$count(audit, eq(audit.subject, filing.reference))).toBe(1);
  });

  it('is refused once the filing is issued or withdrawn', async () => {
    for (const state of ['issued', 'withdrawn'] as const) {
      const { reference } = await storeFiling(filer, { receivedAt: courtNow, state });
      await expect(redate(registrar, reference)).rejects.toThrow(new Refused('notToBeRedated'));
    }
  });

  it('is not for a clerk, the filer or a visitor', async () => {
    const filing = await storeFiling(filer, { receivedAt: courtNow });
    const others: Actor[] = [await newPerson('clerk'), filer, { kind: 'anonymous' }];
    for (const other of others) await expect(redate(other, filing.reference)).rejects.toThrow(NotFound);
    expect((await rowOf(filing))?.issueOn).toBe('2026-11-23');
  });
});
