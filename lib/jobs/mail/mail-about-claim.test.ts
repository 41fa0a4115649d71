import { eq } from 'drizzle-orm';
import { beforeAll, expect, it, vi } from 'vitest';
import { Outdated, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { getFiling } from '@/lib/data/filing/filings';
import { redateFiling } from '@/lib/data/filing/redating';
import { writeNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto; filings bear that Monday
const courtNow = new Date('2026-11-23T15:00:00Z');
const times = { now: new Date('2026-12-01T08:00:00Z'), courtNow };

onDatabase('an e-mail that is written before the lock', () => {
  beforeAll(seedCourts);

  it('is written anew where the filing’s date changes before the lock, and names the date that it changed to', async () => {
    const registrar = await newPerson('registrar');
    const { id, reference } = await storeFiling(await newFiler(courtNow), { receivedAt: courtNow });
    const change = { issueOn: '2026-11-25', reason: 'Outage' };
    const meanwhile = vi
      .fn(async () => undefined)
      .mockImplementationOnce(async () => {
        await db().update(filings).set({ issueOn: '2026-11-24' }).where(eq(filings.id, id));
        return undefined;
      });
    await writingAnew(async () => {
      const notice = await writeNotice(await getFiling(registrar, reference), 'redated', change);
      await meanwhile();
      await db().transaction((tx) => redateFiling(registrar, reference, change, notice, times, tx));
    });
    expect(meanwhile).toHaveBeenCalledTimes(2);
    const mails = await db().select().from(outbox).where(eq(outbox.filingId, id));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('November 24, 2026');
    expect(mails[0]?.text).not.toContain('November 23, 2026');
  });
});

it('is written three times at most, and once where it is refused', async () => {
  const outdated = vi.fn(() => Promise.reject(new Outdated()));
  await expect(writingAnew(outdated)).rejects.toThrow(Outdated);
  expect(outdated).toHaveBeenCalledTimes(3);
  const refused = vi.fn(() => Promise.reject(new Refused('sameDate')));
  await expect(writingAnew(refused)).rejects.toThrow(Refused);
  expect(refused).toHaveBeenCalledTimes(1);
});
