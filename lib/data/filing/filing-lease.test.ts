import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { LeaseLost } from '@/lib/data/db/lease';
import { outbox } from '@/lib/data/db/schema/mail';
import { handBack, leaseDueFiling, putBack, renewLease } from '@/lib/data/filing/filing-lease';
import { letter } from '@/lib/testing/account/letters';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const receivedAt = new Date('2026-11-23T15:00:00Z');
const at = (seconds: number) => ({
  courtNow: receivedAt,
  now: new Date(receivedAt.getTime() + seconds * 1000),
});
const leaseMs = 10_000;

eachDatabase('the lease of a filing', () => {
  beforeAll(seedCourts);

  async function leased() {
    const { id } = await storeFiling(await newFiler(receivedAt), { receivedAt });
    const filing = await leaseDueFiling(at(0), leaseMs, id);
    if (!filing) throw new Error('not leased');
    return filing;
  }

  it('is one worker’s until it runs out, and longer when it is renewed', async () => {
    const filing = await leased();
    expect(await leaseDueFiling(at(9), leaseMs, filing.id)).toBeNull();
    await renewLease(filing, at(9).now, leaseMs);
    expect(await leaseDueFiling(at(18), leaseMs, filing.id)).toBeNull();
    expect(await leaseDueFiling(at(20), leaseMs, filing.id)).toMatchObject({ attempts: 2 });
    await expect(renewLease(filing, at(20).now, leaseMs)).rejects.toThrow(LeaseLost);
  });

  it('is handed back by a server that ends, without counting a try', async () => {
    const filing = await leased();
    await handBack(filing);
    const next = await leaseDueFiling(at(0), leaseMs, filing.id);
    expect(next).toMatchObject({ attempts: 1 });
    await handBack(filing);
    expect(await leaseDueFiling(at(0), leaseMs, filing.id)).toBeNull();
  });

  it('is given up with word to the filer, who hears after the others where the claim waited for the opening', async () => {
    const filer = await newFiler(receivedAt);
    const fridayEvening = new Date('2026-11-20T22:30:00Z');
    for (const [received, priority] of [
      [receivedAt, 0],
      [fridayEvening, 1],
    ] as const) {
      const { id } = await storeFiling(filer, { receivedAt: received, issueOn: '2026-11-23' });
      const filing = await leaseDueFiling(at(0), leaseMs, id);
      if (!filing) throw new Error('not leased');
      await putBack(filing, { error: 'failed', waitMs: 86_400_000 }, letter('delayed'), at(0));
      const mails = await db().select().from(outbox).where(eq(outbox.filingId, id));
      expect(mails).toMatchObject([{ kind: 'claim-delayed', priority }]);
    }
  });

  it('is given for the longest due first, and not before its time', async () => {
    const filer = await newFiler(receivedAt);
    const dueAt = (minutes: number) => new Date(receivedAt.getTime() - minutes * 60_000);
    const later = await storeFiling(filer, { receivedAt, dueAt: dueAt(1_000) });
    const first = await storeFiling(filer, { receivedAt, dueAt: dueAt(2_000) });
    await storeFiling(filer, { receivedAt, dueAt: dueAt(-5) });
    const taken = [await leaseDueFiling(at(0), leaseMs), await leaseDueFiling(at(0), leaseMs)];
    expect(taken.map((filing) => filing?.id)).toEqual([first.id, later.id]);
  });
});
