import { beforeAll, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { serviceDays } from '@/lib/data/db/schema/health';
import { getDesk } from '@/lib/data/health/desk';
import { countDays, listFilingDays, storeFilingDays } from '@/lib/data/health/filing-days';
import { noteWellMinute } from '@/lib/data/health/service-days';
import { readStatistics } from '@/lib/data/health/statistics';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');
const seconds = (from: Date, n: number) => new Date(from.getTime() + n * 1000);

eachDatabase('the days of the court in numbers', () => {
  beforeAll(async () => {
    await seedCourts();
    const filer = await newFiler(now);
    const file = (receivedAt: Date, issueOn: string, issuedAt?: Date) =>
      storeFiling(filer, { receivedAt, issueOn, ...(issuedAt && { state: 'issued', issuedAt }) });
    const morning = new Date('2026-11-20T14:10:00Z');
    await file(morning, '2026-11-20', seconds(morning, 8));
    await file(morning, '2026-11-20', seconds(morning, 45));
    // On Friday evening: the wait counts from Monday's opening.
    await file(new Date('2026-11-21T03:59:00Z'), '2026-11-23', new Date('2026-11-23T13:32:00Z'));
    // The first second of Saturday, Toronto.
    await file(new Date('2026-11-21T05:00:00Z'), '2026-11-23');
    const held = { action: 'hold filing', subject: 'R-0000-0001', details: { reason: 'corrupt' } } as const;
    await record(db(), { kind: 'system' }, held, new Date('2026-11-23T14:00:00Z'));
    const number = 'CV-26-00000001-0000';
    const opened = { number, courtId: 'perth', title: 'Ironwood v. Quillfeather', openedOn: '2026-11-20' };
    await db().insert(courtFiles).values(opened);
    const version = await storeFiling(filer, {
      ...{ receivedAt: new Date('2026-11-23T13:00:00Z'), laterKind: 'corrected-document', filedIn: number },
    });
    const heldVersion = { ...held, subject: version.reference };
    await record(db(), { kind: 'system' }, heldVersion, new Date('2026-11-23T14:00:00Z'));
  });

  it('are counted by the days of Toronto, the wait from receipt or from the opening', async () => {
    const [friday, saturday, sunday, monday] = await countDays('2026-11-20', '2026-11-23');
    expect(friday).toMatchObject({ received: 3, issued: 2, waits: [1, 0, 1, 0, 0, 0], holds: {} });
    expect([friday?.hours[9], friday?.hours[22], saturday?.hours[0]]).toEqual([2, 1, 1]);
    expect(sunday).toMatchObject({ received: 0, issued: 0 });
    expect(monday).toMatchObject({
      received: 0,
      issued: 1,
      waits: [0, 0, 0, 1, 0, 0],
      holds: { corrupt: 1 },
    });
  });

  it('are stored once they have ended, once each', async () => {
    expect(await storeFilingDays(new Date('2026-11-21T05:05:00Z'))).toBe(0);
    expect(await storeFilingDays(new Date('2026-11-21T05:11:00Z'))).toBe(1);
    expect(await storeFilingDays(now)).toBe(3);
    expect(await storeFilingDays(now)).toBe(0);
    const stored = await listFilingDays('2026-11-20', '2026-11-30');
    expect(stored).toEqual(await countDays('2026-11-20', '2026-11-23'));
  });

  it('stand on the desk with today, and with the wait of the last week', async () => {
    const clerk = await newPerson('clerk');
    const { days, wait, opening } = await getDesk(clerk, { now, courtNow: now });
    expect(days.at(-1)?.day).toBe('2026-11-24');
    expect(days.find(({ day }) => day === '2026-11-20')?.received).toBe(3);
    expect(wait).toEqual({ median: 45, p95: 112.5 });
    expect(opening).toEqual({ open: true, until: new Date('2026-11-24T22:00:00Z') });
    await expect(getDesk(await newPerson(), { now, courtNow: now })).rejects.toThrow(NotFound);
  });

  it('are public as far as they name nobody, with the minutes in which the service was well', async () => {
    await noteWellMinute();
    await noteWellMinute();
    expect(await db().select().from(serviceDays)).toMatchObject([{ wellMinutes: 1 }]);
    await db().delete(serviceDays);
    const firstAt = new Date('2026-11-23T05:00:00Z');
    await db().insert(serviceDays).values({ day: '2026-11-23', firstAt, lastAt: firstAt, wellMinutes: 1080 });
    expect(await readStatistics()).toEqual({
      until: '2026-11-23',
      months: [{ month: '2026-11', received: 'few', issued: 'few', prompt: 'unshown', held: 'unshown' }],
      reasons: [],
      service: [{ month: '2026-11', share: 0.75 }],
    });
  });
});
