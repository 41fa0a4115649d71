import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/courts';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { sendAgain } from '@/lib/data/mail-again';
import { queueMail } from '@/lib/data/outbox';
import { outbox } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { storeFiling } from '@/lib/data/testing-filings';
import { newFiler, newPerson } from '@/lib/data/testing-people';

const now = new Date('2026-11-24T15:00:00Z');

eachDatabase('sending a message again', () => {
  beforeAll(seedCourts);

  /** A filer with a message that bounced. */
  async function bounced(bouncedAt: Date | null = now) {
    const filer = await newFiler(now);
    const filing = await storeFiling(filer, { receivedAt: now });
    const mail = {
      subject: 'Issued',
      html: '<p>h</p>',
      text: 't',
      attachments: [],
      recipient: 'old@example.org',
    };
    await queueMail(db(), { kind: 'claim-issued', dedupeKey: filing.id, filingId: filing.id, ...mail }, now);
    const [row] = await db()
      .update(outbox)
      .set({ bouncedAt })
      .where(eq(outbox.filingId, filing.id))
      .returning();
    const mails = () =>
      db()
        .select()
        .from(outbox)
        .where(eq(outbox.filingId, filing.id))
        .orderBy(asc(outbox.createdAt), asc(outbox.recipient));
    return { filer, id: row?.id ?? '', mails };
  }

  it('repeats it as it was written to another address, once for each', async () => {
    const { filer, id, mails } = await bounced();
    await sendAgain(filer, id, 'new@example.org', now);
    await sendAgain(filer, id, 'new@example.org', now);
    const [again] = (await mails()).filter(({ repeatOf }) => repeatOf === id);
    expect(await mails()).toHaveLength(2);
    expect(again).toMatchObject({
      recipient: 'new@example.org',
      subject: 'Issued',
      text: 't',
      state: 'queued',
    });
  });

  it('stops after five a day', async () => {
    const { filer, id } = await bounced();
    for (let n = 0; n < 5; n += 1) await sendAgain(filer, id, `n${n}@example.org`, now);
    await expect(sendAgain(filer, id, 'n6@example.org', now)).rejects.toThrow(new Refused('tooManyTries'));
    await sendAgain(filer, id, 'n7@example.org', new Date(now.getTime() + 25 * 3_600_000));
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
