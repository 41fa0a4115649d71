import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getProposal, propose } from '@/lib/data/approval/proposals';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import type { UserActor } from '@/lib/domain/access/access';
import { WAIT_MS } from '@/lib/domain/approval/proposal';
import { approve, carryOutDueProposals } from '@/lib/jobs/approval/approve';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto; filings bear that Monday
const now = new Date('2026-11-23T15:00:00Z');
const due = { now: new Date(now.getTime() + WAIT_MS), courtNow: now };

onDatabase('a proposed change of a filing', () => {
  let filer: UserActor;
  let registrar: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(now);
    registrar = await newPerson('registrar');
  });

  async function redating(secondPerson: 'required' | 'wait', by = registrar) {
    const { id: filing, reference } = await storeFiling(filer, { receivedAt: now });
    const wish = { kind: 'redate-filing' as const, reference, to: '2026-11-25' };
    return {
      filing,
      reference,
      id: await propose(by, wish, 'an outage', { now, courtNow: now }, secondPerson),
    };
  }
  const dateOf = async (filing: string) =>
    (await db().select().from(filings).where(eq(filings.id, filing)))[0]?.issueOn;

  it('tells the filer the reason and the date once it is approved', async () => {
    const { filing, id } = await redating('required');
    await approve(await newPerson('registrar'), id, { now, courtNow: now });
    const [mail] = await db().select().from(outbox).where(eq(outbox.filingId, filing));
    expect(mail?.text).toContain('an outage');
    expect(mail?.text).toContain('November 25, 2026');
  });

  it('is carried out by the service once due, and the audit log names the service', async () => {
    const { filing, reference, id } = await redating('wait');
    const required = await redating('required');
    await carryOutDueProposals({ now, courtNow: now });
    expect(await dateOf(filing)).toBe('2026-11-23');
    await carryOutDueProposals(due);
    expect(await dateOf(filing)).toBe('2026-11-25');
    expect(await dateOf(required.filing)).toBe('2026-11-23');
    expect(await getProposal(registrar, id)).toMatchObject({ state: 'approved', decidedBy: null });
    const lines = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
      ['propose change', 'registrar'],
      ['approve proposal', 'system'],
      ['redate filing', 'system'],
    ]);
    expect(await carryOutDueProposals(due)).toBe(0);
  });

  it('lapses where the filing has changed, or who proposed it may no longer', async () => {
    const changed = await redating('wait');
    await db().update(filings).set({ issueOn: '2026-11-24' }).where(eq(filings.id, changed.filing));
    const leaving = await newPerson('registrar');
    const locked = await redating('wait', leaving);
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, leaving.userId));
    const demoted = await newPerson('registrar');
    const lesser = await redating('wait', demoted);
    await db().update(users).set({ role: 'clerk' }).where(eq(users.id, demoted.userId));
    const gone = await newPerson('registrar');
    const closed = await redating('wait', gone);
    await db().update(users).set({ closedAt: now }).where(eq(users.id, gone.userId));
    await carryOutDueProposals(due);
    for (const { id } of [changed, locked, lesser, closed])
      expect((await getProposal(registrar, id)).state).toBe('lapsed');
    expect(await dateOf(locked.filing)).toBe('2026-11-23');
    const [, lapse] = await db().select().from(audit).where(eq(audit.subject, changed.reference));
    expect(lapse).toMatchObject({ action: 'lapse proposal', actor: 'system' });
    expect(lapse?.details).toMatchObject({ why: 'changedSince' });
  });
});
