import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { outbox } from '@/lib/data/db/schema/mail';
import { getFiling } from '@/lib/data/filing/filings';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import { sendAgain, undelivered } from '@/lib/data/mail/mails';
import { queueMail } from '@/lib/data/mail/outbox';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');

const numbered = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `n${n}@example.org`);
const named = ['a', 'new', 'second', 'third'].map((name) => `${name}@example.org`);
const confirmed = [...named, ...numbered];

onDatabase('sending a message again', () => {
  beforeAll(seedCourts);

  /** A filer with a message that bounced, and perhaps with others. */
  async function bounced(bouncedAt: Date | null = now, count = 1) {
    const filer = await newFiler(now);
    const filing = await storeFiling(filer, { receivedAt: now });
    for (const email of confirmed) await noteConfirmed(db(), filer.userId, email, now);
    const mail = {
      subject: 'Issued',
      html: '<p>h</p>',
      text: 't',
      attachments: [],
      recipient: 'old@example.org',
    };
    for (let n = 0; n < count; n += 1) {
      const dedupeKey = `${filing.id} ${n}`;
      await queueMail(db(), { kind: 'claim-issued', dedupeKey, filingId: filing.id, ...mail }, now);
    }
    const ofFiling = eq(outbox.filingId, filing.id);
    const [row] = await db().update(outbox).set({ state: 'sent', bouncedAt }).where(ofFiling).returning();
    const mails = () =>
      db().select().from(outbox).where(ofFiling).orderBy(asc(outbox.createdAt), asc(outbox.recipient));
    const shown = async () =>
      undelivered((await getFiling(filer, filing.reference)).mails).map(({ recipient }) => recipient);
    return { filer, id: row?.id ?? '', reference: filing.reference, mails, shown };
  }

  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const alreadySent = new Refused('alreadySentAgain');
  const change = (recipient: string, set: Partial<typeof outbox.$inferInsert>, { id = '' }) =>
    db()
      .update(outbox)
      .set(set)
      .where(and(eq(outbox.recipient, recipient), eq(outbox.repeatOf, id)));

  it('repeats it as it was written to another address, and refuses to do so again while it may arrive', async () => {
    const { filer, id, mails, reference } = await bounced();
    expect(await sendAgain(filer, id, 'new@example.org', now)).toBe(reference);
    await expect(sendAgain(filer, id, 'new@example.org', now)).rejects.toThrow(alreadySent);
    const [again] = (await mails()).filter(({ repeatOf }) => repeatOf === id);
    expect(await mails()).toHaveLength(2);
    expect(again).toMatchObject({
      recipient: 'new@example.org',
      subject: 'Issued',
      text: 't',
      state: 'queued',
    });
  });

  it('queues it once when it is asked for twice at once', async () => {
    const { filer, id, mails } = await bounced();
    const ask = () => sendAgain(filer, id, 'new@example.org', now);
    const outcomes = (await Promise.allSettled([ask(), ask(), ask()])).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await mails()).toHaveLength(2);
  });

  it.each([{ bouncedAt: now }, { state: 'failed' as const }])(
    'goes to the same address anew where the repeat did not arrive either: %o',
    async (lost) => {
      const { filer, id, mails, shown } = await bounced();
      await sendAgain(filer, id, 'new@example.org', later(1));
      await change('new@example.org', lost, { id });
      expect(await shown()).toEqual(['new@example.org']);
      await sendAgain(filer, id, 'new@example.org', later(2));
      await expect(sendAgain(filer, id, 'new@example.org', later(3))).rejects.toThrow(alreadySent);
      expect((await mails()).filter(({ recipient }) => recipient === 'new@example.org')).toHaveLength(2);
      expect(await shown()).toEqual([]);
    },
  );

  it('is not asked for once a repeat is on its way or arrived, also the repeat of a repeat', async () => {
    const { filer, id, mails, shown } = await bounced();
    expect(await shown()).toEqual(['old@example.org']);
    await sendAgain(filer, id, 'second@example.org', later(1));
    expect(await shown()).toEqual([]);
    await change('second@example.org', { state: 'sent', bouncedAt: later(2) }, { id });
    const second = (await mails()).find(({ recipient }) => recipient === 'second@example.org');
    await sendAgain(filer, second?.id ?? '', 'third@example.org', later(3));
    await change('third@example.org', { state: 'sent', deliveredAt: later(4) }, { id });
    expect(await shown()).toEqual([]);
  });

  it('is asked for of every message that did not arrive', async () => {
    const { filer, mails, shown } = await bounced(now, 2);
    expect(await shown()).toHaveLength(2);
    for (const { id } of await mails()) await sendAgain(filer, id, 'new@example.org', now);
    expect(await mails()).toHaveLength(4);
    expect(await shown()).toEqual([]);
  });

  it('goes to an address that the filer confirmed, and from staff to any', async () => {
    const { filer, id } = await bounced();
    const stranger = 'stranger@example.org';
    await expect(sendAgain(filer, id, stranger, now)).rejects.toThrow(new Refused('addressNotConfirmed'));
    const clerk = { ...(await newPerson('clerk')), confirmedAt: now };
    await sendAgain(clerk, id, stranger, now);
  });

  it('stops after five a day', async () => {
    const { filer, id } = await bounced();
    for (let n = 0; n < 5; n += 1) await sendAgain(filer, id, `n${n}@example.org`, now);
    await expect(sendAgain(filer, id, 'n6@example.org', now)).rejects.toThrow(new Refused('tooManyTries'));
    await sendAgain(filer, id, 'n7@example.org', new Date(now.getTime() + 25 * 3_600_000));
  });

  it('repeats for staff what arrived as well, to the same address too, and not while that is on its way', async () => {
    const { filer, id, mails } = await bounced(null);
    const clerk = await newPerson('clerk');
    await expect(sendAgain(filer, id, 'a@example.org', now)).rejects.toThrow(NotFound);
    await sendAgain(clerk, id, 'old@example.org', now);
    await expect(sendAgain(clerk, id, 'old@example.org', now)).rejects.toThrow(alreadySent);
    await change('old@example.org', { state: 'sent' }, { id });
    await sendAgain(clerk, id, 'old@example.org', later(1));
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(Array(3).fill('old@example.org'));
  });

  it('is for the filer and staff, and for what did not arrive', async () => {
    const { id } = await bounced();
    await expect(sendAgain(await newFiler(now), id, 'a@example.org', now)).rejects.toThrow(NotFound);
    await expect(sendAgain({ kind: 'anonymous' }, id, 'a@example.org', now)).rejects.toThrow(NotFound);
    await sendAgain(await newPerson('clerk'), id, 'a@example.org', now);
    const arrived = await bounced(null);
    await expect(sendAgain(arrived.filer, arrived.id, 'a@example.org', now)).rejects.toThrow(NotFound);
  });
});
