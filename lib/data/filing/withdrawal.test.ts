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
import { completeIssue } from '@/lib/data/filing/issuing';
import { withdrawFiling, withdrawForCourt } from '@/lib/data/filing/withdrawal';
import type { Actor, Role, UserActor } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const courtNow = new Date('2026-11-23T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const times = { now, courtNow };
const words = { subject: 's', html: 'h', text: 't' };

onDatabase('withdrawing a filing', () => {
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(courtNow);
  });

  /** A withdrawal as a judge ordered it. */
  const upon = (reference: string) => ({
    ...{ version: 1 as const, kind: 'withdraw-filing' as const, reference, state: 'received' as const },
    ...{ issueOn: '2026-11-23', basis: 'order' as const, basisOn: '2026-11-20', judge: 'Doe J.' },
  });
  const withdraw = (actor: Actor, reference: string) =>
    withdrawFiling(actor, reference, { letter: words, writtenFor: '2026-11-23' }, times);
  const rowOf = async ({ id }: { id: string }) =>
    (await db().select().from(filings).where(eq(filings.id, id)))[0];
  const entriesOf = ({ id }: { id: string }) => db().select().from(register).where(eq(register.filingId, id));

  it.each(['received', 'held'] as const)('is for its filer while it is %s', async (state) => {
    const filing = await storeFiling(filer, { receivedAt: courtNow, state });
    await withdraw(filer, filing.reference);
    expect(await rowOf(filing)).toMatchObject({ state: 'withdrawn', withdrawnAt: courtNow });
    expect(await entriesOf(filing)).toEqual([]);
    const mails = await db().select().from(outbox).where(eq(outbox.filingId, filing.id));
    expect(mails).toMatchObject([{ kind: 'claim-withdrawn', recipient: filing.contact.email }]);
    const lines = await db().select().from(audit).where(eq(audit.subject, filing.reference));
    expect(lines).toMatchObject([{ action: 'withdraw filing', userId: filer.userId }]);
  });

  it.each<Role>(['registrar', 'administrator'])(
    'is for a %s in the transaction that approves it',
    async (role) => {
      const filing = await storeFiling(filer, { receivedAt: courtNow });
      const notice = { letter: words, writtenFor: '2026-11-23' };
      const registrar = await newPerson(role);
      const change = upon(filing.reference);
      await db().transaction((tx) => withdrawForCourt(registrar, change, notice, times, tx));
      expect((await rowOf(filing))?.state).toBe('withdrawn');
      const [line] = await db().select().from(audit).where(eq(audit.subject, filing.reference));
      expect(line?.details).toEqual({ basis: 'order', basisOn: '2026-11-20', judge: 'Doe J.' });
    },
  );

  it('is not for a clerk, another filer or a visitor', async () => {
    const filing = await storeFiling(filer, { receivedAt: courtNow });
    const others: Actor[] = [await newPerson('clerk'), await newFiler(courtNow), { kind: 'anonymous' }];
    for (const other of others) {
      await expect(withdraw(other, filing.reference)).rejects.toThrow(NotFound);
      const forCourt = db().transaction((tx) =>
        withdrawForCourt(
          other,
          upon(filing.reference),
          { letter: words, writtenFor: '2026-11-23' },
          times,
          tx,
        ),
      );
      await expect(forCourt).rejects.toThrow(NotFound);
    }
    await expect(withdraw(await newPerson('registrar'), filing.reference)).rejects.toThrow(NotFound);
    expect((await rowOf(filing))?.state).toBe('received');
  });

  it('is refused once it is issued', async () => {
    const issued = await storeFiling(filer, { receivedAt: courtNow, state: 'issued' });
    await expect(withdraw(filer, issued.reference)).rejects.toThrow(new Refused('alreadyIssued'));
    expect((await rowOf(issued))?.state).toBe('issued');
  });

  it('is the same when it is asked for twice', async () => {
    const { id, reference } = await storeFiling(filer, { receivedAt: courtNow });
    await Promise.all([withdraw(filer, reference), withdraw(filer, reference)]);
    expect(await db().$count(outbox, eq(outbox.filingId, id))).toBe(1);
    expect(await db().$count(audit, eq(audit.subject, reference))).toBe(1);
  });

  it('does not happen where the e-mail names a date that the filing bears no longer', async () => {
    const { id, reference } = await storeFiling(filer, { receivedAt: courtNow, issueOn: '2026-11-24' });
    await expect(withdraw(filer, reference)).rejects.toThrow(Outdated);
    expect((await rowOf({ id }))?.state).toBe('received');
    expect(await db().$count(outbox, eq(outbox.filingId, id))).toBe(0);
  });

  it('explains a number that was bound by a void entry, and the worker that has it finds it gone', async () => {
    const { id, reference } = await storeFiling(filer, { receivedAt: courtNow });
    const leased = await leaseDueFiling(times, 60_000, id);
    if (!leased) throw new Error('nothing was leased');
    const { fileNumber } = await bindFileNumber(leased, courtNow);
    await withdraw(filer, reference);
    const entries = await entriesOf({ id });
    expect(entries).toMatchObject([{ kind: 'void', fileNumber, documents: [], recordedAt: courtNow }]);
    await expect(completeIssue(leased, fileNumber, [], { ...words, attachments: [] }, times)).rejects.toThrow(
      LeaseLost,
    );
    expect((await rowOf({ id }))?.state).toBe('withdrawn');
    expect(await entriesOf({ id })).toHaveLength(1);
  });
});
