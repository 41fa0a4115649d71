import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { recordMailEvent } from '@/lib/data/mail/mail-events';
import { type LeasedMail, leaseMail, markSent, queueMail } from '@/lib/data/mail/outbox';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');
const leaseMs = 180_000;

eachDatabase('reports of a message whose id we do not know yet', () => {
  let filing: { id: string; reference: string };

  beforeAll(async () => {
    await seedCourts();
    filing = await storeFiling(await newFiler(now), { receivedAt: now });
  });

  async function leased(): Promise<LeasedMail> {
    const text = { subject: 's', html: 'h', text: 't', recipient: 'zoe@example.org', filingId: filing.id };
    await queueMail(db(), { kind: 'claim-issued', dedupeKey: randomUUID(), ...text }, now);
    const [mail] = await leaseMail(now, 1, leaseMs);
    if (!mail) throw new Error('nothing is due');
    return mail;
  }

  const rowOf = async ({ id }: LeasedMail) => (await db().select().from(outbox).where(eq(outbox.id, id)))[0];
  const report = (providerId: string, type: string, at = now) =>
    recordMailEvent({ id: randomUUID(), providerId, type, at }, now);
  const bounces = () =>
    db().$count(audit, and(eq(audit.action, 'mail bounced'), eq(audit.subject, filing.reference)));

  it('count once it is stored', async () => {
    const [mail, providerId, before] = [await leased(), randomUUID(), await bounces()];
    const at = new Date(now.getTime() + 1_000);
    await report(providerId, 'email.delivered', at);
    await report(providerId, 'email.complained', at);
    await report(providerId, 'email.bounced', at);
    await report(providerId, 'email.bounced', new Date(now.getTime() + 9_000));
    await markSent(mail, providerId, now);
    const reported = { state: 'sent', deliveredAt: at, complainedAt: at, bouncedAt: at };
    expect(await rowOf(mail)).toMatchObject(reported);
    expect(await bounces()).toBe(before + 1);
  });

  it('count when they come at the same instant', async () => {
    const mails: LeasedMail[] = [];
    for (let n = 0; n < 10; n += 1) mails.push(await leased());
    const sent = mails.flatMap((mail) => {
      const providerId = `of ${mail.id}`;
      return [markSent(mail, providerId, now), report(providerId, 'email.delivered')];
    });
    await Promise.all(sent);
    for (const mail of mails) expect(await rowOf(mail)).toMatchObject({ deliveredAt: now });
  });

  it('do not touch a message whose lease was lost', async () => {
    const [mail, providerId] = [await leased(), randomUUID()];
    await report(providerId, 'email.bounced');
    const lost = { ...mail, leaseToken: randomUUID() };
    expect(await markSent(lost, providerId, now)).toBe(false);
    expect(await rowOf(mail)).toMatchObject({ bouncedAt: null, providerId: null });
  });
});
