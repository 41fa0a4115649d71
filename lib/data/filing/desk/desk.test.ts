import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { filingNotes } from '@/lib/data/db/schema/desk';
import { outbox } from '@/lib/data/db/schema/mail';
import { assigneeOf, assignFiling, listColleagues } from '@/lib/data/filing/desk/assignment';
import { addNote, listNotes } from '@/lib/data/filing/desk/notes';
import { listTimeline } from '@/lib/data/filing/desk/timeline';
import { queueMail } from '@/lib/data/mail/outbox';
import { searchFilings } from '@/lib/data/search/filing-search';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-23T15:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

eachDatabase('the desk of a filing', () => {
  let filer: UserActor;
  let clerk: UserActor;
  let other: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(now);
    [clerk, other] = [await newPerson('clerk'), await newPerson('registrar')];
  });

  const taken = { key: 'takenMeanwhile' };
  const newFiling = () => storeFiling(filer, { receivedAt: now });

  it('is taken, given on and given back by whoever sees who has it', async () => {
    const { id, reference } = await newFiling();
    await assignFiling(clerk, reference, { seen: null, to: clerk.userId }, now);
    expect((await assigneeOf(id))?.id).toBe(clerk.userId);
    const [line] = (await searchFilings(clerk, { typed: reference, page: 1 })).rows;
    const [login] = await db().select().from(users).where(eq(users.id, clerk.userId));
    expect(line?.assignee).toBe(login?.oneKeyId);
    await assignFiling(clerk, reference, { seen: clerk.userId, to: other.userId }, now);
    expect((await assigneeOf(id))?.id).toBe(other.userId);
    await assignFiling(other, reference, { seen: other.userId, to: null }, now);
    expect(await assigneeOf(id)).toBeNull();
  });

  it('is not taken from who took it since the page was opened', async () => {
    const { id, reference } = await newFiling();
    const both = [clerk, other].map((actor) =>
      assignFiling(actor, reference, { seen: null, to: actor.userId }, now),
    );
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const holder = await assigneeOf(id);
    const late = assignFiling(clerk, reference, { seen: null, to: clerk.userId }, now);
    await expect(late).rejects.toMatchObject({ key: 'takenMeanwhile', holder: holder?.oneKeyId });
    for (const seen of [null, filer.userId, 'nobody'])
      await expect(assignFiling(clerk, reference, { seen, to: clerk.userId }, now)).rejects.toMatchObject(
        taken,
      );
    await expect(assignFiling(clerk, reference, { seen: null, to: null }, now)).rejects.toMatchObject(taken);
    expect(await assigneeOf(id)).toEqual(holder);
  });

  it('goes to staff who can sign in, and to nobody else', async () => {
    const { reference } = await newFiling();
    const locked = await newPerson('clerk');
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, locked.userId));
    for (const to of [filer.userId, locked.userId, 'nobody'])
      await expect(assignFiling(clerk, reference, { seen: null, to }, now)).rejects.toThrow(
        new Refused('chooseColleague'),
      );
    const ids = (await listColleagues(clerk)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([clerk.userId, other.userId]));
    expect(ids).not.toContain(locked.userId);
    expect(ids).not.toContain(filer.userId);
  });

  it('keeps notes that are only added', async () => {
    const { reference } = await newFiling();
    await addNote(clerk, reference, 'Called the filer', now);
    await addNote(other, reference, 'Nobody answered', later(1));
    expect((await listNotes(clerk, reference)).map(({ text, writtenAt }) => [text, writtenAt])).toEqual([
      ['Nobody answered', later(1)],
      ['Called the filer', now],
    ]);
    await expect(db().update(filingNotes).set({ text: '' })).rejects.toThrow();
    await expect(db().delete(filingNotes)).rejects.toThrow();
  });

  it('tells the way of a filing from its receipt to the message that arrived, without looks', async () => {
    const filing = await newFiling();
    const { reference: subject, id: filingId } = filing;
    await record(db(), filer, { action: 'submit filing', subject }, now);
    const details = { reason: 'corrupt' };
    await record(db(), { kind: 'system' }, { action: 'hold filing', subject, details }, later(1));
    await record(db(), clerk, { action: 'view filing', subject }, later(2));
    await assignFiling(clerk, subject, { seen: null, to: other.userId }, later(3));
    const letter = { subject: 's', html: 'h', text: 't', attachments: [], recipient: 'zoe@example.org' };
    await queueMail(db(), { kind: 'claim-held', dedupeKey: filingId, filingId, ...letter }, later(4));
    const sent = { state: 'sent' as const, sentAt: later(5), deliveredAt: later(6) };
    await db().update(outbox).set(sent).where(eq(outbox.filingId, filingId));
    const events = await listTimeline(clerk, filing);
    expect(events.map((event) => (event.kind === 'act' ? event.action : event.step))).toEqual([
      ...['submit filing', 'hold filing', 'assign filing', 'queued', 'sent', 'delivered'],
    ]);
    const [login] = await db().select().from(users).where(eq(users.id, other.userId));
    expect(events[1]).toMatchObject({ actor: 'system', details });
    expect(events[2]).toMatchObject({
      actor: 'clerk',
      details: { before: 'nobody', after: login?.oneKeyId },
    });
  });

  it('does not exist for the filer', async () => {
    const filing = await newFiling();
    const { reference } = filing;
    await expect(assignFiling(filer, reference, { seen: null, to: filer.userId }, now)).rejects.toThrow(
      NotFound,
    );
    await expect(addNote(filer, reference, 'Mine', now)).rejects.toThrow(NotFound);
    await expect(listNotes(filer, reference)).rejects.toThrow(NotFound);
    await expect(listColleagues(filer)).rejects.toThrow(NotFound);
    await expect(listTimeline(filer, filing)).rejects.toThrow(NotFound);
  });
});
