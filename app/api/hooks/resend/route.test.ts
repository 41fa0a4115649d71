import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { queueMail } from '@/lib/data/mail/outbox';
import { newFiler } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';
import { signedReport, type TestReport } from '@/lib/testing/mail/report';

// Hoisted, because the modules imported above read the environment as they load.
const secret = vi.hoisted(() => {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const text = Buffer.from(bytes).toString('base64');
  vi.stubEnv('RESEND_WEBHOOK_SECRET', `whsec_${text}`);
  return text;
});
const { env } = await import('@/lib/env');
const { POST } = await import('@/app/api/hooks/resend/route');
afterAll(() => vi.unstubAllEnvs());

/** A report as Resend signs it, with our secret or another key. */
function report({ key = secret, ...sent }: TestReport & { key?: string }) {
  return POST(new Request('http://localhost/api/hooks/resend', signedReport(sent, key)));
}

onDatabase('the provider’s reports', () => {
  let reference: string;
  let filingId: string;

  beforeAll(async () => {
    await seedCourts();
    const receivedAt = new Date('2026-11-23T15:00:00Z');
    const filing = await storeFiling(await newFiler(receivedAt), { receivedAt });
    ({ reference, id: filingId } = filing);
  });

  /** A sent message, by the provider's id. */
  async function sent() {
    const [providerId, dedupeKey] = [randomUUID(), randomUUID()];
    const text = { subject: 's', html: 'h', text: 't', recipient: 'zoe@example.org' };
    await queueMail(db(), { kind: 'claim-issued', dedupeKey, filingId, ...text }, new Date());
    await db().update(outbox).set({ providerId, state: 'sent' }).where(eq(outbox.dedupeKey, dedupeKey));
    return providerId;
  }
  const rowOf = async (providerId: string) =>
    (await db().select().from(outbox).where(eq(outbox.providerId, providerId)))[0];

  it('are kept once each, in whatever order they come', async () => {
    const providerId = await sent();
    const id = randomUUID();
    expect((await report({ providerId, id })).status).toBe(200);
    expect((await report({ providerId, id })).status).toBe(200);
    await report({ providerId, type: 'email.delivered' });
    await report({ providerId, type: 'email.opened' });
    const at = new Date('2026-11-24T15:00:00.000Z');
    expect(await rowOf(providerId)).toMatchObject({ bouncedAt: at, deliveredAt: at, complainedAt: null });
    const bounces = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(bounces.filter(({ action }) => action === 'mail bounced')).toHaveLength(1);
  });

  it.each(['email.failed', 'email.suppressed'])(
    'tell of a message that was not sent on: %s',
    async (type) => {
      const providerId = await sent();
      await report({ providerId, type });
      const at = new Date('2026-11-24T15:00:00.000Z');
      expect(await rowOf(providerId)).toMatchObject({ bouncedAt: at, deliveredAt: null });
      const lines = await db().select().from(audit).where(eq(audit.subject, reference));
      expect(lines).toContainEqual(
        expect.objectContaining({ action: 'mail bounced', details: { report: type } }),
      );
    },
  );

  it('of a message that nobody knows are no fault', async () => {
    expect((await report({ providerId: 'nobody' })).status).toBe(200);
  });

  it('are refused when forged or stale, and change nothing', async () => {
    const providerId = await sent();
    const key = randomBytes(24).toString('base64');
    expect((await report({ providerId, key })).status).toBe(401);
    expect((await report({ providerId, minutesAgo: 10 })).status).toBe(401);
    expect(await rowOf(providerId)).toMatchObject({ bouncedAt: null });
  });
});

describe('what is no report', () => {
  const chunk = 64 * 1024;

  /**
   * Sends a body without end and without a stated length.
   * @returns the status, and the number of bytes that were read
   */
  async function sendEndless() {
    let taken = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          taken += chunk;
          controller.enqueue(new Uint8Array(chunk));
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', body, duplex: 'half' };
    const { status } = await POST(new Request('http://localhost/api/hooks/resend', init));
    return { status, taken };
  }

  it('is read up to the limit of 256 KB, and refused with the first piece beyond it', async () => {
    expect(await sendEndless()).toEqual({ status: 413, taken: 256 * 1024 + chunk });
  });

  it('is not read at all where no reports are taken', async () => {
    const { RESEND_WEBHOOK_SECRET } = env;
    env.RESEND_WEBHOOK_SECRET = undefined;
    expect(await sendEndless()).toEqual({ status: 404, taken: 0 });
    env.RESEND_WEBHOOK_SECRET = RESEND_WEBHOOK_SECRET;
  });
});
