import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { approveProposal, refuseProposal, takeBackProposal } from '@/lib/data/approval/deciding';
import { closureEffect } from '@/lib/data/approval/effect';
import { countForMe, getProposal, listProposals, propose } from '@/lib/data/approval/proposals';
import { getCalendar } from '@/lib/data/court/calendar';
import { listClosures } from '@/lib/data/court/calendar-editing';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { proposals } from '@/lib/data/db/schema/approval';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import type { UserActor } from '@/lib/domain/access/access';
import { type Change, WAIT_MS, type Wish } from '@/lib/domain/approval/proposal';
import { closesAt, issueOn, standardCalendar } from '@/lib/domain/court/calendar';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto
const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };
const notice = { letter: { subject: 's', html: 'h', text: 't' }, writtenFor: '2026-11-23' };
const system = { kind: 'system' } as const;

/** A withdrawal that the filer asked for the Friday before. */
const withdrawalOf = (reference: string) =>
  ({ kind: 'withdraw-filing', reference, basis: 'request', basisOn: '2026-11-20', judge: '' }) as const;

let on = '2027-05-31';
/** A closure of a business day that no other test closes. */
function storm(): Wish {
  on = issueOn(closesAt(on), standardCalendar);
  const closure = { on, isHoliday: false, nameEn: 'Storm', nameFr: 'Tempête' };
  return { kind: 'add-closure', closure, pastReason: '' };
}

eachDatabase('a change that takes two people', () => {
  let filer: UserActor;
  let one: UserActor;
  let other: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(now);
    one = await newPerson('registrar');
    other = await newPerson('administrator');
  });

  const stateOf = async (id: string) => (await getProposal(one, id)).state;
  const linesOf = async (subject: string) =>
    (await db().select().from(audit).where(eq(audit.subject, subject)).orderBy(audit.entry)).map(
      ({ action, userId }) => [action, userId],
    );
  const closed = async () => (await getCalendar()).closures.map((one) => ('on' in one ? one.on : ''));

  it('happens once another person approved it, and the audit log says who, why, before and after', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: now });
    const id = await propose(one, { kind: 'redate-filing', reference, to: '2026-11-25' }, 'an outage', times);
    const dateOf = async () =>
      (await db().select().from(filings).where(eq(filings.reference, reference)))[0]?.issueOn;
    expect(await dateOf()).toBe('2026-11-23');
    await approveProposal(other, id, notice, times);
    expect(await dateOf()).toBe('2026-11-25');
    expect(await getProposal(one, id)).toMatchObject({ state: 'approved', decidedBy: other.userId });
    expect(await linesOf(reference)).toEqual([
      ['propose change', one.userId],
      ['approve proposal', other.userId],
      ['redate filing', other.userId],
    ]);
    const [, approval] = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(approval?.details).toMatchObject({
      ...{ proposal: id, reason: 'an outage', proposedBy: one.userId },
      ...{ before: '2026-11-23', after: '2026-11-25' },
    });
  });

  it('is never approved or refused by who proposed it, not even past the code', async () => {
    const id = await propose(one, storm(), 'snow', times);
    await expect(approveProposal(one, id, undefined, times)).rejects.toThrow(new Refused('ownProposal'));
    await expect(refuseProposal(one, id, 'no', now)).rejects.toThrow(new Refused('ownProposal'));
    for (const state of ['approved', 'refused'] as const) {
      const past = db()
        .update(proposals)
        .set({ state, decidedBy: one.userId, decidedAt: now })
        .where(eq(proposals.id, id));
      await expect(past).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/second_person/) },
      });
    }
    const nobody = db()
      .update(proposals)
      .set({ state: 'approved', decidedAt: now })
      .where(eq(proposals.id, id));
    await expect(nobody).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/second_person/) },
    });
    expect(await stateOf(id)).toBe('proposed');
  });

  it('is one of two approvals at the same time', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: now });
    const id = await propose(one, withdrawalOf(reference), 'a double', times);
    const third = await newPerson('registrar');
    const both = await Promise.allSettled([
      approveProposal(other, id, notice, times),
      approveProposal(third, id, notice, times),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toEqual(new Refused('proposalDecided'));
    expect((await linesOf(reference)).map(([action]) => action)).toEqual([
      ...['propose change', 'approve proposal', 'withdraw filing'],
    ]);
    const [filing] = await db().select().from(filings).where(eq(filings.reference, reference));
    expect(await db().$count(outbox, eq(outbox.filingId, filing?.id ?? ''))).toBe(1);
  });

  it('withdraws a filing upon a request or an order that is not still to come, and says which', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: now });
    const wishes = [
      [{ basis: null, basisOn: null }, 'enterBasis'],
      [{ basis: 'order' }, 'enterJudge'],
      [{ basisOn: '2026-11-24' }, 'basisInFuture'],
    ] as const;
    for (const [wrong, key] of wishes)
      await expect(propose(one, { ...withdrawalOf(reference), ...wrong }, 'r', times)).rejects.toThrow(
        new Refused(key),
      );
    const order = { basis: 'order', judge: 'Doe J.' } as const;
    const id = await propose(one, { ...withdrawalOf(reference), ...order }, 'r', times);
    await approveProposal(other, id, notice, times);
    const lines = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(lines).toHaveLength(3);
    for (const { details } of lines)
      expect(details).toMatchObject({ basis: 'order', basisOn: '2026-11-20', judge: 'Doe J.' });
  });

  it('leaves a withdrawal from before a basis was asked for to be refused', async () => {
    const { reference } = await storeFiling(filer, { receivedAt: now });
    const change = {
      version: 1,
      kind: 'withdraw-filing',
      reference,
      state: 'received',
      issueOn: '2026-11-23',
    };
    const row = { subject: reference, reason: 'r', proposedBy: one.userId, proposedAt: now };
    const [old] = await db()
      .insert(proposals)
      .values({ ...row, kind: 'withdraw-filing', change: change as Change })
      .returning();
    await expect(approveProposal(other, old?.id ?? '', notice, times)).rejects.toThrow(
      new Refused('enterBasis'),
    );
    await refuseProposal(other, old?.id ?? '', 'without a basis', now);
    expect(await stateOf(old?.id ?? '')).toBe('refused');
  });

  it('does not happen to what has changed since, and waits', async () => {
    const { id: filing, reference } = await storeFiling(filer, { receivedAt: now });
    const id = await propose(one, withdrawalOf(reference), 'a double', times);
    await db().update(filings).set({ state: 'held' }).where(eq(filings.id, filing));
    await expect(approveProposal(other, id, notice, times)).rejects.toThrow(new Refused('changedSince'));
    await db().update(filings).set({ state: 'issued' }).where(eq(filings.id, filing));
    await expect(approveProposal(other, id, notice, times)).rejects.toThrow(new Refused('alreadyIssued'));
    expect(await stateOf(id)).toBe('proposed');
    await refuseProposal(other, id, 'issued meanwhile', now);
    expect(await getProposal(one, id)).toMatchObject({
      state: 'refused',
      decisionReason: 'issued meanwhile',
    });
  });

  it('closes, opens and sets the rule of the calendar', async () => {
    const wish = storm();
    await approveProposal(other, await propose(one, wish, 'snow', times), undefined, times);
    const on = wish.kind === 'add-closure' && 'on' in wish.closure ? wish.closure.on : '';
    expect(await closed()).toContain(on);
    await expect(propose(one, wish, 'snow', times)).rejects.toThrow(new Refused('closureExists'));
    const added = (await listClosures(one)).find((closure) => closure.on === on);
    const removal = await propose(one, { kind: 'remove-closure', id: added?.id ?? '' }, 'no snow', times);
    await approveProposal(other, removal, undefined, times);
    expect(await closed()).not.toContain(on);
    const rule = { kind: 'set-opening-rule', to: 'same-day' } as const;
    await approveProposal(other, await propose(one, rule, 'a directive', times), undefined, times);
    expect((await getCalendar()).beforeOpening).toBe('same-day');
    await expect(propose(one, rule, 'a directive', times)).rejects.toThrow(new Refused('sameRule'));
  });

  it('closes no day that is past, a weekend or a holiday, unless a past day is meant', async () => {
    const close = (on: string, pastReason = '') => {
      const closure = { on, isHoliday: true, nameEn: 'Mourning', nameFr: 'Deuil' };
      return propose(one, { kind: 'add-closure', closure, pastReason }, 'proclaimed', times);
    };
    await expect(close('2026-11-20')).rejects.toThrow(new Refused('closureInPast'));
    await expect(close('2026-11-28')).rejects.toThrow(new Refused('closureOnWeekend'));
    await expect(close('2026-12-25')).rejects.toThrow(new Refused('closureOnHoliday'));
    const id = await close('2026-11-20', 'proclaimed on the day after');
    await approveProposal(other, id, undefined, times);
    expect(await closed()).toContain('2026-11-20');
    // Proposed for today, and approved on the day after.
    const late = await close('2026-11-23');
    const tomorrow = { now, courtNow: new Date('2026-11-24T15:00:00Z') };
    await expect(approveProposal(other, late, undefined, tomorrow)).rejects.toThrow(
      new Refused('closureInPast'),
    );
  });

  it('tells before it is proposed which dates it moves, and how many filings keep theirs', async () => {
    const received = new Date('2026-11-26T23:00:00Z');
    await storeFiling(filer, { receivedAt: received, issueOn: '2026-11-27' });
    const closure = { on: '2026-11-27', isHoliday: false, nameEn: 'Storm', nameFr: 'Tempête' };
    expect(await closureEffect(one, 'add-closure', closure, received)).toEqual({
      on: '2026-11-27',
      now: { before: '2026-11-27', after: '2026-11-30' },
      atOpening: { before: '2026-11-27', after: '2026-11-30' },
      received: 1,
    });
    await expect(closureEffect(filer, 'add-closure', closure, now)).rejects.toThrow(NotFound);
  });

  it('waits once', async () => {
    const wish = storm();
    const id = await propose(one, wish, 'snow', times);
    await expect(propose(other, wish, 'snow', times)).rejects.toThrow(new Refused('alreadyProposed'));
    await takeBackProposal(one, id, now);
    await propose(other, wish, 'snow', times);
  });

  it('is taken back by who proposed it, once', async () => {
    const id = await propose(one, storm(), 'snow', times);
    await expect(takeBackProposal(other, id, now)).rejects.toThrow(new Refused('notOwnProposal'));
    await takeBackProposal(one, id, now);
    await expect(takeBackProposal(one, id, now)).rejects.toThrow(new Refused('proposalDecided'));
    await expect(approveProposal(other, id, undefined, times)).rejects.toThrow(
      new Refused('proposalDecided'),
    );
    expect(await stateOf(id)).toBe('taken-back');
  });

  it('is carried out by the service where nobody else is, at its time and not before', async () => {
    const alone = await propose(one, storm(), 'snow', times, 'wait');
    const required = await propose(one, storm(), 'snow', times, 'required');
    const early = { now: new Date(now.getTime() + WAIT_MS - 1), courtNow: now };
    const due = { now: new Date(now.getTime() + WAIT_MS), courtNow: now };
    const notDue = new Refused('proposalNotDue');
    await expect(approveProposal(system, alone, undefined, early)).rejects.toThrow(notDue);
    await expect(approveProposal(system, required, undefined, due)).rejects.toThrow(notDue);
    await approveProposal(system, alone, undefined, due);
    expect(await getProposal(one, alone)).toMatchObject({ state: 'approved', decidedBy: null });
  });

  it('is shown with who proposed it, and counted for those who may decide', async () => {
    const before = await countForMe(other);
    const id = await propose(one, storm(), 'snow', times);
    expect(await countForMe(other)).toBe(before + 1);
    expect(await countForMe(one)).toBe((await countForMe(other)) - (await countOwn(one, other)));
    const { waiting } = await listProposals(other);
    expect(waiting.map(({ proposal }) => proposal.id)).toContain(id);
  });

  /** How many more wait for the second than for the first. */
  async function countOwn(first: UserActor, second: UserActor): Promise<number> {
    const { waiting } = await listProposals(second);
    const by = ({ userId }: UserActor) =>
      waiting.filter(({ proposal }) => proposal.proposedBy === userId).length;
    return by(first) - by(second);
  }

  it('is not for clerks, filers and visitors, nor without a recent factor', async () => {
    const id = await propose(one, storm(), 'snow', times);
    for (const stranger of [await newPerson('clerk'), filer]) {
      await expect(propose(stranger, storm(), 'snow', times)).rejects.toThrow(NotFound);
      await expect(approveProposal(stranger, id, undefined, times)).rejects.toThrow(NotFound);
      await expect(refuseProposal(stranger, id, 'no', now)).rejects.toThrow(NotFound);
      await expect(takeBackProposal(stranger, id, now)).rejects.toThrow(NotFound);
      await expect(listProposals(stranger)).rejects.toThrow(NotFound);
      expect(await countForMe(stranger)).toBe(0);
    }
    const stale = { ...other, confirmedAt: new Date(now.getTime() - 601_000) };
    await expect(approveProposal(stale, id, undefined, times)).rejects.toThrow(ConfirmationNeeded);
  });
});
