import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import { retryFiling, viewFilingRecord } from '@/lib/data/filing/filing-record';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const courtNow = new Date('2026-11-23T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const minutes = (count: number) => new Date(courtNow.getTime() + count * 60_000);

onDatabase('the record of a filing', () => {
  let clerk: UserActor;
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    clerk = await newPerson('clerk');
    filer = await newFiler(courtNow);
  });

  const dueAt = async (reference: string) =>
    (await db().select().from(filings).where(eq(filings.reference, reference)))[0]?.dueAt;

  it('is shown to staff, and says who looked', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: courtNow });
    const found = await viewFilingRecord(clerk, reference, now);
    expect(found).toMatchObject({ reference, title: 'Ironwood v. Quillfeather' });
    const looks = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(looks).toMatchObject([{ action: 'view filing', userId: clerk.userId, at: now }]);
  });

  it('does not exist for the filer (who has a page of their own), visitors, or without a filing', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: courtNow });
    await expect(viewFilingRecord(filer, reference, now)).rejects.toThrow(NotFound);
    await expect(viewFilingRecord({ kind: 'anonymous' }, reference, now)).rejects.toThrow(NotFound);
    await expect(viewFilingRecord(clerk, 'R-0000-0000', now)).rejects.toThrow(NotFound);
    expect(await db().select().from(audit).where(eq(audit.subject, reference))).toEqual([]);
  });

  it('is tried again without the wait after a failed try', async () => {
    const failed = { receivedAt: minutes(-90), dueAt: minutes(60), lastError: 'failed', attempts: 7 };
    const { reference } = await storeFiling(filer, failed);
    await retryFiling(clerk, reference, { now, courtNow });
    expect(await dueAt(reference)).toEqual(courtNow);
    const [line] = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(line).toMatchObject({ action: 'retry filing', userId: clerk.userId, at: now });
  });

  it('is not tried before the opening of the day that it bears, whatever failed before', async () => {
    const failed = { receivedAt: courtNow, issueOn: '2026-12-15', lastError: 'failed', attempts: 1 };
    const { reference } = await storeFiling(filer, { ...failed, dueAt: minutes(60) });
    await retryFiling(clerk, reference, { now, courtNow });
    expect(await dueAt(reference)).toEqual(new Date('2026-12-15T13:30:00Z'));
  });

  it('is not tried before it is due, nor once it is issued', async () => {
    const waiting = await storeFiling(filer, { receivedAt: courtNow, dueAt: minutes(900) });
    const issued = await storeFiling(filer, { receivedAt: courtNow, state: 'issued' });
    for (const { reference } of [waiting, issued]) {
      await expect(retryFiling(clerk, reference, { now, courtNow })).rejects.toThrow(
        new Refused('nothingToRetry'),
      );
    }
    expect(await dueAt(waiting.reference)).toEqual(minutes(900));
  });

  it('is not tried again for filers and visitors', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: courtNow, dueAt: minutes(-5) });
    await expect(retryFiling(filer, reference, { now, courtNow })).rejects.toThrow(NotFound);
    await expect(retryFiling({ kind: 'anonymous' }, reference, { now, courtNow })).rejects.toThrow(NotFound);
    expect(await dueAt(reference)).toEqual(minutes(-5));
  });
});
