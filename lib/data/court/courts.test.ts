import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { approveProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { findCourt, firstOfCourt, getCourt, listCourts, seedCourts } from '@/lib/data/court/courts';
import { readPublicMarks } from '@/lib/data/court/public-facts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { courts } from '@/lib/data/db/schema/court';
import { listSettings } from '@/lib/data/settings/settings';
import type { UserActor } from '@/lib/domain/access/access';
import { wishFor } from '@/lib/domain/approval/proposal';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };
const notice = { noticeEn: 'Use the side door.', noticeFr: 'Passez par la porte de côté.' };

eachDatabase('courts', () => {
  let [first, second]: UserActor[] = [];
  beforeAll(async () => {
    await seedCourts();
    const give = async () => ({ ...(await newPerson('registrar')), confirmedAt: now });
    [first, second] = [await give(), await give()];
  });

  async function proposed(id: string, change: object, on: string, by = first as UserActor) {
    const version = { ...(await firstOfCourt(id)), ...change };
    return propose(by, wishFor(version, on), 'a test', times);
  }

  it('are the fifty offices, and keep what stands in their rows', async () => {
    await db().update(courts).set(notice).where(eq(courts.id, 'barrie'));
    await seedCourts();
    expect(await listCourts('2026-11-23')).toHaveLength(50);
    expect(await getCourt('barrie', '2026-11-23')).toMatchObject({ municipality: 'Barrie', ...notice });
    await expect(getCourt('gotham', '2026-11-23')).rejects.toThrow(NotFound);
    expect(await findCourt('gotham', '2026-11-23')).toBeNull();
  });

  it('change from a day on, once two people made the version, and keep what was', async () => {
    const before = await getCourt('perth', '2026-12-31');
    const id = await proposed('perth', { ...notice, acceptsUntil: '2027-06-30' }, '2027-01-01');
    expect(await getCourt('perth', '2027-01-01')).toEqual(before);
    await expect(approveProposal(first as UserActor, id, undefined, times)).rejects.toThrow(
      new Refused('ownProposal'),
    );
    await approveProposal(second as UserActor, id, undefined, times);
    expect(await getCourt('perth', '2026-12-31')).toEqual(before);
    const after = { ...before, ...notice, acceptsUntil: '2027-06-30' };
    expect(await getCourt('perth', '2027-01-01')).toEqual(after);
    expect((await listCourts('2027-01-01')).find((court) => court.id === 'perth')).toEqual(after);
    expect((await getCourt('ottawa', '2027-01-01')).noticeEn).toBe('');
    const [version] = await listSettings(first as UserActor, 'court', 'perth');
    expect(version).toMatchObject({ since: '2027-01-01', reason: 'a test', approvedAt: now });
    expect(await listSettings(first as UserActor, 'court', 'ottawa')).toEqual([]);
    const told = await db().select().from(audit).where(eq(audit.subject, 'court perth'));
    const actions = ['propose change', 'approve proposal', 'change setting'];
    expect(told.map(({ action }) => action)).toEqual(actions);
    expect(told[0]?.details).toMatchObject({
      before: expect.stringContaining('no notice'),
      after: expect.stringMatching(/2027-06-30; Use the side door\.$/),
      effectiveOn: '2027-01-01',
    });
  });

  it('are shown anew to everybody once a version was approved', async () => {
    const before = (await readPublicMarks(now)).offices;
    const id = await proposed('kenora', notice, '2026-12-01');
    expect((await readPublicMarks(now)).offices).toBe(before);
    await approveProposal(second as UserActor, id, undefined, times);
    expect((await readPublicMarks(now)).offices).not.toBe(before);
  });

  it('wait one proposal at a time each, and never change as they are already or in the past', async () => {
    await proposed('cobourg', notice, '2026-12-01');
    await expect(proposed('cobourg', { address: '1 New St' }, '2026-12-01')).rejects.toThrow(
      new Refused('alreadyProposed'),
    );
    await proposed('lindsay', notice, '2026-12-01');
    await expect(proposed('guelph', {}, '2026-12-01')).rejects.toThrow(new Refused('sameSetting'));
    await expect(proposed('guelph', notice, '2026-11-22')).rejects.toThrow(new Refused('settingInPast'));
  });

  it('are not for clerks, filers and visitors, nor is there another office', async () => {
    const version = { ...(await firstOfCourt('guelph')), ...notice };
    for (const by of [{ ...(await newPerson('clerk')), confirmedAt: now }, await newPerson()]) {
      await expect(propose(by, wishFor(version, '2026-12-01'), 'a test', times)).rejects.toThrow(NotFound);
      await expect(listSettings(by, 'court', 'guelph')).rejects.toThrow(NotFound);
    }
    const gotham = wishFor({ ...version, id: 'gotham' }, '2026-12-01');
    await expect(propose(first as UserActor, gotham, 'a test', times)).rejects.toThrow(NotFound);
  });
});
