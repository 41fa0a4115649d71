import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { findIssuingStop, isIssuingStopped, resumeIssuing, stopIssuing } from '@/lib/data/court/issuing-stop';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { leaseDueFiling } from '@/lib/data/filing/filing-lease';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };

eachDatabase('issuing', () => {
  beforeAll(seedCourts);

  it('stops until a registrar resumes it, and goes on with what was received meanwhile', async () => {
    const registrar = await newPerson('registrar');
    await stopIssuing(registrar, 'a new disk', now);
    await expect(stopIssuing(registrar, 'again', now)).rejects.toThrow(new Refused('issuingStopped'));
    const { id, reference } = await storeFiling(await newFiler(now), { receivedAt: now });
    expect(await leaseDueFiling(times, 60_000)).toBeNull();
    expect(await leaseDueFiling(times, 60_000, id)).toBeNull();
    expect(await findIssuingStop(await newPerson('clerk'))).toMatchObject({ reason: 'a new disk' });
    expect(await isIssuingStopped()).toBe(true);
    await resumeIssuing(registrar, now);
    expect(await isIssuingStopped()).toBe(false);
    await resumeIssuing(registrar, now);
    expect(await findIssuingStop(registrar)).toBeNull();
    expect(await leaseDueFiling(times, 60_000)).toMatchObject({ reference, issueOn: '2026-11-23' });
    const lines = await db().select().from(audit).where(eq(audit.subject, 'issuing')).orderBy(audit.entry);
    expect(lines.map(({ action }) => action)).toEqual(['stop issuing', 'resume issuing']);
  });

  it('is not for clerks, filers and visitors to stop', async () => {
    const others = [await newPerson('clerk'), await newPerson(), { kind: 'anonymous' as const }];
    for (const other of others) {
      await expect(stopIssuing(other, 'r', now)).rejects.toThrow(NotFound);
      await expect(resumeIssuing(other, now)).rejects.toThrow(NotFound);
    }
    await expect(findIssuingStop(await newPerson())).rejects.toThrow(NotFound);
  });
});
