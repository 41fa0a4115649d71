import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { propose } from '@/lib/data/approval/proposals';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { courtFiles, restrictions } from '@/lib/data/db/schema/court';
import { outbox } from '@/lib/data/db/schema/mail';
import { assigneeOf } from '@/lib/data/filing/desk/assignment';
import { assignWork } from '@/lib/data/health/work/assigning';
import { listWork } from '@/lib/data/health/work/queue';
import type { UserActor } from '@/lib/domain/access/access';
import type { WorkItem, WorkOf } from '@/lib/domain/health/work';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto
const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

eachDatabase('the work of staff', () => {
  let filer: UserActor;
  let clerk: UserActor;
  let one: UserActor;
  let other: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(now);
    clerk = await newPerson('clerk');
    [one, other] = [await newPerson('registrar'), await newPerson('registrar')];
  });

  async function list(actor: UserActor, of: WorkOf = 'everyone', newestFirst = false) {
    return (await listWork(actor, { of, page: 1, newestFirst }, times)).rows;
  }
  /** The rows of a list among these, in its order. */
  const among = async (items: WorkItem[], ...asked: Parameters<typeof list>) =>
    (await list(...asked))
      .map(({ kind, id }) => `${kind} ${id}`)
      .filter((row) => items.some((one) => row === `${one.kind} ${one.id}`));
  const rowOf = ({ kind, id }: WorkItem) => `${kind} ${id}`;

  async function mail(
    state: 'failed' | 'sent',
    change: { filingId?: string; bouncedAt?: Date; repeatOf?: string; createdAt?: Date } = {},
  ) {
    const letter = { recipient: 'zoe@example.org', subject: 's', html: 'h', text: 't', attachments: [] };
    const [row] = await db()
      .insert(outbox)
      .values({
        kind: 'claim-issued',
        dedupeKey: randomUUID(),
        ...letter,
        state,
        dueAt: now,
        createdAt: ago(30),
        ...change,
      })
      .returning();
    return { kind: 'mail', id: row?.id ?? '' } as const;
  }
  const held = async (minutes: number) => {
    const filing = await storeFiling(filer, {
      ...{ receivedAt: ago(minutes), heldAt: ago(minutes), state: 'held', holdReason: 'corrupt' },
    });
    return { kind: 'hold', id: filing.reference, filingId: filing.id } as const;
  };
  async function proposal() {
    const { reference } = await storeFiling(filer, { receivedAt: now });
    const id = await propose(one, { kind: 'redate-filing', reference, to: '2026-11-25' }, 'an outage', times);
    return { kind: 'approval', id } as const;
  }

  it('stands in one list, the longest waiting first or last, and is what a person can do', async () => {
    const hold = await held(50);
    const late = await storeFiling(filer, { receivedAt: ago(40), dueAt: ago(40), lastError: 'failed' });
    const lateItem = { kind: 'late', id: late.reference } as const;
    const failed = await mail('failed');
    const bounced = await mail('sent', { filingId: late.id, bouncedAt: ago(20) });
    const approval = await proposal();
    const items = [hold, lateItem, failed, bounced, approval];
    expect(await among(items, other)).toEqual(items.map(rowOf));
    expect(await among(items, other, 'everyone', true)).toEqual(items.map(rowOf).reverse());
    for (const actor of [one, clerk])
      expect(await among(items, actor), actor.role).toEqual(items.slice(0, 4).map(rowOf));
    const found = (await list(other)).find(({ id }) => id === hold.id);
    expect(found).toMatchObject({ kind: 'hold', holder: null, since: ago(50) });
    expect(found?.kind === 'hold' && found.filing).toMatchObject({ holdReason: 'corrupt', hasCopy: false });
  });

  it('ends with a message that was sent again, or came back a month ago', async () => {
    const { filingId } = await held(1);
    const bounced = await mail('sent', { filingId, bouncedAt: ago(20) });
    const failed = await mail('failed', { filingId });
    await mail('sent', { filingId, repeatOf: bounced.id, createdAt: now });
    await mail('sent', { filingId, repeatOf: failed.id, createdAt: now });
    const old = await mail('sent', { filingId, bouncedAt: ago(31 * 24 * 60) });
    const account = await mail('sent', { bouncedAt: ago(20) });
    expect(await among([bounced, failed, old, account], clerk)).toEqual([]);
  });

  it('is taken, given on and given back, and is mine, free or of others', async () => {
    const items = [await held(5), await mail('failed'), await proposal()];
    for (const item of items) {
      const of = (actor: UserActor, which: WorkOf) => among([item], actor, which);
      await assignWork(other, item, { seen: null, to: other.userId }, now);
      expect(await of(other, 'mine'), item.kind).toEqual([rowOf(item)]);
      expect(await of(other, 'free')).toEqual([]);
      const third = await newPerson('administrator');
      expect(await of(third, 'others')).toEqual([rowOf(item)]);
      await assignWork(third, item, { seen: other.userId, to: third.userId }, now);
      expect(await of(other, 'others')).toEqual([rowOf(item)]);
      await assignWork(third, item, { seen: third.userId, to: null }, now);
      expect(await of(other, 'free')).toEqual([rowOf(item)]);
    }
    const [, message] = items;
    const lines = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, message?.id ?? ''));
    expect(lines.map(({ action, details }) => [action, details?.before, details?.after])).toContainEqual([
      ...['assign work', 'nobody', other.userId],
    ]);
  });

  it('is not taken from who took it since the page was opened', async () => {
    for (const item of [await held(5), await mail('failed'), await proposal()]) {
      const third = await newPerson('administrator');
      const both = [other, third].map((actor) =>
        assignWork(actor, item, { seen: null, to: actor.userId }, now),
      );
      const ends = await Promise.allSettled(both);
      expect(ends.map(({ status }) => status).sort(), item.kind).toEqual(['fulfilled', 'rejected']);
      const refused = ends.find((end) => end.status === 'rejected');
      const key = item.kind === 'hold' ? 'takenMeanwhile' : 'workTakenMeanwhile';
      const [found] = (await list(third)).filter(({ id }) => id === item.id);
      expect(refused?.reason).toMatchObject({ key, holder: found?.holder?.oneKeyId });
      expect(found?.holder?.oneKeyId).toBeTruthy();
      expect([other.userId, third.userId]).toContain(found?.holder?.id);
      await expect(assignWork(third, item, { seen: 'nobody', to: third.userId }, now)).rejects.toThrow(
        Refused,
      );
    }
  });

  it('on a message goes with the filing that it is about', async () => {
    const hold = await held(5);
    const message = await mail('failed', { filingId: hold.filingId });
    await assignWork(clerk, message, { seen: null, to: clerk.userId }, now);
    expect((await assigneeOf(hold.filingId))?.id).toBe(clerk.userId);
    expect(await among([hold, message], clerk, 'mine')).toHaveLength(2);
  });

  it('goes to nobody who could not do it', async () => {
    const approval = await proposal();
    const give = (to: string, item: WorkItem = approval) => assignWork(other, item, { seen: null, to }, now);
    for (const to of [one.userId, clerk.userId, filer.userId, 'nobody'])
      await expect(give(to), to).rejects.toThrow(new Refused('chooseColleague'));
    await expect(give(filer.userId, await mail('failed'))).rejects.toThrow(new Refused('chooseColleague'));
    await expect(assignWork(clerk, approval, { seen: null, to: clerk.userId }, now)).rejects.toThrow(
      NotFound,
    );
    await expect(assignWork(filer, await held(1), { seen: null, to: filer.userId }, now)).rejects.toThrow(
      NotFound,
    );
    await expect(list(filer)).rejects.toThrow(NotFound);
  });

  it('in a sealed court file is for registrars alone', async () => {
    const number = 'CV-26-00000077-0000';
    await db().insert(courtFiles).values({ number, courtId: 'perth', title: 't', openedOn: '2026-11-23' });
    const { reference } = await storeFiling(filer, { receivedAt: now });
    const proposalId = await propose(one, { kind: 'redate-filing', reference, to: '2026-11-25' }, 'r', times);
    const order = { orderedOn: '2026-11-20', judge: 'J', publicTitle: '', since: now, proposalId };
    await db()
      .insert(restrictions)
      .values({ fileNumber: number, kind: 'sealed', ...order });
    const later = await storeFiling(filer, {
      ...{
        receivedAt: ago(1),
        heldAt: ago(1),
        state: 'held',
        filedIn: number,
        laterKind: 'affidavit-of-service',
      },
    });
    const items = [
      { kind: 'hold', id: later.reference } as const,
      await mail('failed', { filingId: later.id }),
    ];
    expect(await among(items, one)).toHaveLength(2);
    expect(await among(items, clerk)).toEqual([]);
    for (const item of items)
      await expect(assignWork(clerk, item, { seen: null, to: clerk.userId }, now)).rejects.toThrow(NotFound);
  });
});
