import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { db } from '@/lib/data/db';
import { queueMail } from '@/lib/data/outbox';
import { outbox } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import type { MailMessage, SendResult } from '@/lib/services/mail/send';

const dataDir = mkdtempSync(path.join(tmpdir(), 'court-send-mail-'));
vi.stubEnv('DATA_DIR', dataDir);
vi.stubEnv('RESEND_API_KEY', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { sendDueMail } = await import('@/lib/jobs/send-mail');
const { readSentMail } = await import('@/lib/services/mail');

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

const now = new Date('2026-11-24T15:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const pdf = new TextEncoder().encode('%PDF-1.7 sealed');
const loadPdf = async () => pdf;

async function queue(dedupeKey: string, versionId?: string): Promise<void> {
  const attachments = versionId ? [{ versionId, filename: 'claim.pdf' }] : [];
  const body = { subject: dedupeKey, html: `<p>${dedupeKey}</p>`, text: dedupeKey, attachments };
  await queueMail(db(), { kind: 'claim-issued', dedupeKey, recipient: 'zoe@example.org', ...body }, now);
}

const rows = () => db().select().from(outbox).orderBy(asc(outbox.dedupeKey));
const states = async () => (await rows()).map((row) => row.state);

/** The provider's answers in order, with what it was asked to send. */
function scripted(...results: SendResult[]) {
  const asked: MailMessage[] = [];
  const send = async (message: MailMessage): Promise<SendResult> => {
    asked.push(message);
    return results[asked.length - 1] ?? { ok: true, id: `id-${asked.length}` };
  };
  return { asked, send };
}

eachDatabase('sending mail', () => {
  afterEach(async () => {
    await db().delete(outbox);
  });

  it('sends each message once, with its documents, through the embedded provider', async () => {
    await queue('issued', 'version-1');
    expect(await sendDueMail(now, loadPdf)).toBe(1);
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, sentAt: now });
    const mail = await simpleParser(Buffer.from((await readSentMail(row?.providerId ?? '')) ?? ''));
    expect(mail.subject).toBe('issued');
    expect(mail.attachments[0]?.content.equals(pdf)).toBe(true);
    expect(await sendDueMail(after(60), loadPdf)).toBe(0);
  });

  it('repeats a message under the same key after a fault', async () => {
    await queue('issued', 'version-1');
    const provider = scripted({ ok: false, code: 'application_error', retryable: true });
    expect(await sendDueMail(now, loadPdf, provider.send)).toBe(0);
    expect(await sendDueMail(after(1), loadPdf, provider.send)).toBe(1);
    expect(provider.asked).toHaveLength(2);
    expect(provider.asked[1]).toEqual(provider.asked[0]);
  });

  it('leaves the others for the next round when the provider does not answer, without counting an attempt', async () => {
    for (const key of ['a', 'b', 'c']) await queue(key);
    const silent = scripted({ ok: false, code: 'application_error', retryable: true });
    await sendDueMail(now, loadPdf, silent.send);
    expect(silent.asked).toHaveLength(1);
    expect((await rows()).map((row) => row.attempts).sort()).toEqual([0, 0, 1]);
    expect(await sendDueMail(now, loadPdf, scripted().send)).toBe(2);
  });

  it('gives up a message that is refused, and goes on with the next', async () => {
    await queue('a');
    await queue('b');
    const provider = scripted({ ok: false, code: 'validation_error', retryable: false });
    expect(await sendDueMail(now, loadPdf, provider.send)).toBe(1);
    expect((await states()).sort()).toEqual(['failed', 'sent']);
  });

  it('pauses on a rejected key for as long as it takes: nothing fails and everything is sent afterwards', async () => {
    for (const key of ['a', 'b']) await queue(key);
    const rejected = { ok: false, code: 'invalid_api_key', retryable: true, pause: true } as const;
    const provider = scripted(...Array.from({ length: 4 }, () => rejected));
    for (const minutes of [0, 0.1, 30 * 60, 60 * 60])
      await sendDueMail(after(minutes), loadPdf, provider.send);
    expect(provider.asked).toHaveLength(4);
    expect(await states()).toEqual(['queued', 'queued']);
    expect(await sendDueMail(after(61 * 60), loadPdf, provider.send)).toBe(2);
  });

  it('keeps a message whose document cannot be read, and sends the others', async () => {
    await queue('a', 'lost');
    await queue('b');
    const loadLost = () => Promise.reject(new Error('storage is away'));
    expect(await sendDueMail(now, loadLost)).toBe(1);
    expect(await rows()).toMatchObject([
      { state: 'queued', attempts: 0, lastError: 'attachment_not_read' },
      { state: 'sent' },
    ]);
    expect(await sendDueMail(after(5), loadPdf)).toBe(1);
  });
});
