import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { outbox } from '@/lib/data/db/schema/mail';
import {
  type LeasedMail,
  leaseMail,
  markFailed,
  markRetry,
  markSent,
  queueMail,
  releaseMail,
} from '@/lib/data/mail/outbox';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const hours = 60;
const leaseMs = 3 * 60_000;

async function queue(dedupeKey: string, at = now): Promise<void> {
  const body = { subject: 'Issued', html: '<p>Issued</p>', text: 'Issued' };
  await queueMail(db(), { kind: 'claim-issued', dedupeKey, recipient: 'zoe@example.org', ...body }, at);
}

async function claimOne(at = now): Promise<LeasedMail> {
  const [mail] = await leaseMail(at, 1, leaseMs);
  if (!mail) throw new Error('nothing is due');
  return mail;
}

async function row(id: string) {
  const [found] = await db().select().from(outbox).where(eq(outbox.id, id));
  return found;
}

eachDatabase('outbox as a queue', () => {
  afterEach(async () => {
    await db().delete(outbox);
  });

  it('leases what is due, the longest due first, and no message twice', async () => {
    await queue('later', after(10));
    await queue('second', after(1));
    await queue('first');
    const first = await leaseMail(after(2), 1, leaseMs);
    const rest = await leaseMail(after(2), 5, leaseMs);
    expect([...first, ...rest].map((mail) => mail.dedupeKey)).toEqual(['first', 'second']);
    expect(first[0]).toMatchObject({ attempts: 1, firstAttemptAt: after(2) });
  });

  it('gives workers at the same time different messages', async () => {
    for (let index = 0; index < 40; index += 1) await queue(`mail ${index}`);
    const claims = await Promise.all(Array.from({ length: 10 }, () => leaseMail(now, 4, leaseMs)));
    const ids = claims.flat().map((mail) => mail.id);
    expect(new Set(ids).size).toBe(ids.length);
    const left = await leaseMail(now, 40, leaseMs);
    expect(ids.length + left.length).toBe(40);
  });

  it('gives a message to another when the lease ran out; the first can no longer settle it', async () => {
    await queue('one');
    const lost = await claimOne();
    expect(await leaseMail(after(2), 1, leaseMs)).toEqual([]);
    const mine = await claimOne(after(4));
    expect(mine).toMatchObject({ id: lost.id, attempts: 2, firstAttemptAt: now });
    expect(await markFailed(lost, 'too_late')).toBe(false);
    expect(await markSent(mine, 'provider-1', after(4))).toBe(true);
    expect(await row(mine.id)).toMatchObject({
      state: 'sent',
      providerId: 'provider-1',
      sentAt: after(4),
      leaseToken: null,
    });
    expect(await leaseMail(after(60), 1, leaseMs)).toEqual([]);
  });

  it('retries later each time, half an hour apart at most', async () => {
    await queue('one');
    const waits: number[] = [];
    let at = now;
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      const mail = await claimOne(at);
      expect(await markRetry(mail, 'internal_server_error', at, { firstMs: 30_000, jitter: 0 })).toBe(true);
      const due = (await row(mail.id))?.dueAt ?? at;
      waits.push((due.getTime() - at.getTime()) / 1000);
      expect(await leaseMail(new Date(due.getTime() - 1), 1, leaseMs)).toEqual([]);
      at = due;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800]);
  });

  it('adds up to half of the wait by jitter', async () => {
    await queue('one');
    const mail = await claimOne();
    await markRetry(mail, 'internal_server_error', now, { firstMs: 30_000, jitter: 1 });
    expect((await row(mail.id))?.dueAt).toEqual(new Date(now.getTime() + 45_000));
  });

  it('leaves to a person what the provider could take for a second message, 23 hours after the first attempt', async () => {
    await queue('retried');
    await markRetry(await claimOne(), 'application_error', now, { firstMs: 30_000, jitter: 0 });
    const late = await claimOne(after(23 * hours - 0.25));
    await markRetry(late, 'application_error', after(23 * hours - 0.25), { firstMs: 30_000, jitter: 0 });
    expect(await row(late.id)).toMatchObject({ state: 'uncertain', lastError: 'application_error' });

    await queue('worker died');
    const died = await claimOne();
    expect(await leaseMail(after(23 * hours), 1, leaseMs)).toEqual([]);
    expect(await row(died.id)).toMatchObject({ state: 'uncertain' });
  });

  it('does not count an attempt that certainly sent nothing', async () => {
    await queue('refused');
    const refused = await claimOne();
    await releaseMail(refused, after(5), 'invalid_api_key');
    expect(await row(refused.id)).toMatchObject({ state: 'queued', attempts: 0, firstAttemptAt: null });
    expect(await leaseMail(after(4), 1, leaseMs)).toEqual([]);
    const weekLater = await claimOne(after(7 * 24 * hours));
    expect(weekLater).toMatchObject({ attempts: 1, lastError: 'invalid_api_key' });
  });

  it('remembers the first attempt that may have arrived when a later one is released', async () => {
    await queue('one');
    await markRetry(await claimOne(), 'application_error', now, { firstMs: 30_000, jitter: 0 });
    await releaseMail(await claimOne(after(1)), after(6), 'invalid_api_key');
    expect(await claimOne(after(6))).toMatchObject({ attempts: 2, firstAttemptAt: now });
  });

  it('keeps a refused message as failed, with the reason', async () => {
    await queue('one');
    const mail = await claimOne();
    await markFailed(mail, 'validation_error');
    expect(await row(mail.id)).toMatchObject({ state: 'failed', lastError: 'validation_error' });
    expect(await leaseMail(after(60), 1, leaseMs)).toEqual([]);
  });
});
