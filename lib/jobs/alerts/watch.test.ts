import { asc } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import { db } from '@/lib/data/db/db';
import { alerts } from '@/lib/data/db/schema/health';
import { outbox } from '@/lib/data/db/schema/mail';
import { onDatabase } from '@/lib/testing/db/databases';

vi.stubEnv('STAFF_EMAIL', 'office@example.org');
const { tellStaff } = await import('@/lib/jobs/alerts/watch');

const begun = new Date('2026-11-24T15:00:00Z');
const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000);
const full = { disk: 'a: 5 MB' };

onDatabase('telling staff', () => {
  afterEach(async () => {
    await db().delete(alerts);
    await db().delete(outbox);
  });

  const subjects = async () =>
    (await db().select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.subject))).map(
      ({ subject }) => subject,
    );

  it('is done once, again after an hour, and when it is over', async () => {
    const told: string[] = [];
    for (const minute of [0, 0.5, 1, 30, 59.5, 60, 60.5, 119, 120]) {
      await tellStaff(full, after(minute));
      const all = await subjects();
      told.push(...all.slice(told.length).map((subject) => `${minute}: ${subject}`));
    }
    for (const minute of [121, 123, 124]) {
      await tellStaff({}, after(minute));
      const all = await subjects();
      told.push(...all.slice(told.length).map((subject) => `${minute}: ${subject}`));
    }
    expect(told).toEqual([
      '0: Alert: a disk is almost full',
      '60: Alert, still: a disk is almost full',
      '120: Alert, still: a disk is almost full',
      '123: Resolved: a disk is almost full',
    ]);
  });

  it('names the trouble and what to do, in both languages', async () => {
    await tellStaff({ 'late-filings': '2: R-AAAA-AAAA, R-BBBB-BBBB' }, begun);
    const [mail] = await db().select().from(outbox);
    expect(mail?.recipient).toBe('office@example.org');
    for (const words of ['R-AAAA-AAAA', 'November 24, 2026', '24 novembre 2026', '/en/admin', 'délivrés'])
      expect(mail?.text).toContain(words);
  });

  it('is done by one of many servers that see the same, for each trouble by itself', async () => {
    const both = { ...full, mail: 'invalid_api_key' };
    await Promise.all([1, 2, 3].map(() => tellStaff(both, begun)));
    expect(await subjects()).toEqual(['Alert: a disk is almost full', 'Alert: email is not being sent']);
    await Promise.all([1, 2, 3].map(() => tellStaff(full, after(10))));
    expect(await subjects()).toHaveLength(3);
    await Promise.all([1, 2, 3].map(() => tellStaff({}, after(20))));
    expect(await subjects()).toHaveLength(4);
  });

  it('goes on while any server sees it', async () => {
    await tellStaff(full, begun);
    for (const minute of [1, 2, 3, 4, 5]) {
      await tellStaff({}, after(minute));
      await tellStaff({ disk: 'b: 6 MB' }, after(minute));
    }
    expect(await subjects()).toEqual(['Alert: a disk is almost full']);
  });
});
