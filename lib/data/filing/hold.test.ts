import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { type LeasedFiling, leaseDueFiling } from '@/lib/data/filing/filing-lease';
import { holdFiling, releaseFiling } from '@/lib/data/filing/hold';
import type { Role, UserActor } from '@/lib/domain/access/access';
import type { HoldReason } from '@/lib/domain/filing/hold';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto; the filing bears that Monday
const courtNow = new Date('2026-11-23T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const times = { now, courtNow };
const words = { subject: 's', html: 'h', text: 't' };
const holdFor = (reason: HoldReason) => ({ reason, documentId: randomUUID() });
const staff = { ...words, recipient: 'office@example.org' };

onDatabase('a filing on hold', () => {
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(courtNow);
  });

  async function leased(): Promise<LeasedFiling> {
    const { id } = await storeFiling(filer, { receivedAt: courtNow });
    const filing = await leaseDueFiling(times, 60_000, id);
    if (!filing) throw new Error('nothing was leased');
    return filing;
  }

  async function onHold(change: { issueOn?: string } = {}) {
    const held = { state: 'held', holdReason: 'corrupt', lastError: 'corrupt', attempts: 3 } as const;
    return storeFiling(filer, { receivedAt: courtNow, heldAt: courtNow, ...held, ...change });
  }

  const rowOf = async ({ id }: { id: string }) =>
    (await db().select().from(filings).where(eq(filings.id, id)))[0];
  const mailsOf = ({ id }: { id: string }) => db().select().from(outbox).where(eq(outbox.filingId, id));
  const actionsOf = async ({ reference }: { reference: string }) =>
    (await db().select().from(audit).where(eq(audit.subject, reference))).map(({ action }) => action);

  it('keeps its receipt and its date, gives up its lease, and the filer and staff are told', async () => {
    const filing = await leased();
    await holdFiling(filing, holdFor('corrupt'), { filer: words, staff }, times);
    expect(await rowOf(filing)).toMatchObject({
      ...{ state: 'held', holdReason: 'corrupt', heldAt: courtNow, leaseToken: null, leaseUntil: null },
      ...{ receivedAt: courtNow, issueOn: filing.issueOn },
    });
    expect((await mailsOf(filing)).map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual([
      ['claim-held', filing.contact.email],
      ['staff-held', 'office@example.org'],
    ]);
    expect(await actionsOf(filing)).toEqual(['hold filing']);
  });

  it('writes to no office that gave no address', async () => {
    const filing = await leased();
    await holdFiling(filing, holdFor('no-room'), { filer: words }, times);
    expect((await mailsOf(filing)).map(({ kind }) => kind)).toEqual(['claim-held']);
  });

  it('tells the filer once of a cause, and again of another one or of a replaced document', async () => {
    const filing = await leased();
    const first = holdFor('corrupt');
    let minutes = 0;
    const hold = async (hold: typeof first, replaced = false) => {
      minutes += 1;
      const at = { now: new Date(now.getTime() + minutes * 60_000), courtNow };
      if (replaced)
        await record(db(), filer, { action: 'replace document', subject: filing.reference }, at.now);
      const again = minutes === 1 ? filing : await leaseDueFiling(at, 60_000, filing.id);
      if (!again) throw new Error('the released filing was not due');
      await holdFiling(again, hold, { filer: words }, at);
      const count = (await mailsOf(filing)).length;
      await releaseFiling(await newPerson('clerk'), filing.reference, at, true);
      return count;
    };
    expect(await hold(first)).toBe(1);
    expect(await hold(first)).toBe(1);
    expect(await hold({ ...first, reason: 'no-room' })).toBe(2);
    expect(await hold(holdFor('no-room'))).toBe(3);
    const last = holdFor('corrupt');
    expect(await hold(last)).toBe(4);
    expect(await hold(last, true)).toBe(5);
  });

  it('is released without a question only if the cause may have passed', async () => {
    const clerk = await newPerson('clerk');
    const filing = await onHold();
    await expect(releaseFiling(clerk, filing.reference, times, false)).rejects.toThrow(
      new Refused('nothingChanged'),
    );
    expect((await rowOf(filing))?.state).toBe('held');
    await releaseFiling(clerk, filing.reference, times, true);
    const gone = await storeFiling(filer, { receivedAt: courtNow, state: 'held', holdReason: 'file-gone' });
    await releaseFiling(clerk, gone.reference, times, false);
    expect((await rowOf(gone))?.state).toBe('received');
  });

  it('is not put on hold by a worker that has lost its lease', async () => {
    const filing = await leased();
    await db().update(filings).set({ leaseToken: null }).where(eq(filings.id, filing.id));
    await holdFiling(filing, holdFor('corrupt'), { filer: words }, times);
    expect((await rowOf(filing))?.state).toBe('received');
    expect(await mailsOf(filing)).toEqual([]);
  });

  it('is not taken by the worker', async () => {
    const { id } = await onHold();
    expect(await leaseDueFiling(times, 60_000, id)).toBeNull();
  });

  it.each<Role>(['clerk', 'registrar', 'administrator'])(
    'is released by a %s, to be issued at once',
    async (role) => {
      const filing = await onHold();
      await releaseFiling(await newPerson(role), filing.reference, times, true);
      expect(await rowOf(filing)).toMatchObject({
        ...{ state: 'received', dueAt: courtNow, attempts: 0, lastError: null, holdReason: null },
        ...{ receivedAt: courtNow, issueOn: '2026-11-23' },
      });
      expect(await actionsOf(filing)).toEqual(['release filing']);
    },
  );

  it('waits for the opening of its day when it is released before', async () => {
    const filing = await onHold({ issueOn: '2026-11-24' });
    await releaseFiling(await newPerson('clerk'), filing.reference, times, true);
    expect((await rowOf(filing))?.dueAt).toEqual(new Date('2026-11-24T13:30:00Z'));
  });

  it('is not released by filers and visitors, nor where there is nothing to release', async () => {
    const filing = await onHold();
    const release = (actor: Parameters<typeof releaseFiling>[0], reference = filing.reference) =>
      releaseFiling(actor, reference, times, true);
    await expect(release(filer)).rejects.toThrow(NotFound);
    await expect(release({ kind: 'anonymous' })).rejects.toThrow(NotFound);
    expect((await rowOf(filing))?.state).toBe('held');
    const clerk = await newPerson('clerk');
    const waiting = await storeFiling(filer, { receivedAt: courtNow });
    const withdrawn = await storeFiling(filer, { receivedAt: courtNow, state: 'withdrawn' });
    for (const { reference } of [waiting, withdrawn]) {
      await expect(release(clerk, reference)).rejects.toThrow(new Refused('notOnHold'));
    }
  });
});
