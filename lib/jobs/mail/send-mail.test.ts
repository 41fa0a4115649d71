import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { mailSender, outbox } from '@/lib/data/db/schema/mail';
import { findPause, resumeSender, slowDown } from '@/lib/data/mail/mail-sender';
import { retryMail } from '@/lib/data/mail/mails';
import { queueMail } from '@/lib/data/mail/outbox';
import type { MailMessage, SendResult } from '@/lib/services/mail/send';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const dataDir = mkdtempSync(path.join(tmpdir(), 'court-send-mail-'));
vi.stubEnv('DATA_DIR', dataDir);
vi.stubEnv('RESEND_API_KEY', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { env } = await import('@/lib/env');
const { sendDueMail } = await import('@/lib/jobs/mail/send-mail');
const { readSentMail } = await import('@/lib/services/mail/mail');

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

/** Gives the provider's answers in order, and records the messages that it was asked to send. */
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
    expect(await sendDueMail(now, loadPdf, { send: provider.send })).toBe(0);
    expect(await sendDueMail(after(1), loadPdf, { send: provider.send })).toBe(1);
    expect(provider.asked).toHaveLength(2);
    expect(provider.asked[1]).toEqual(provider.asked[0]);
  });

  it('keeps the sender of a try that may have arrived, and takes today’s where nothing was sent', async () => {
    const [before, today] = [env.MAIL_FROM, 'Court <new@example.org>'];
    for (const key of ['tried', 'refused']) await queue(key);
    const provider = scripted(
      { ok: false, code: 'application_error', retryable: true },
      { ok: false, code: 'validation_error', retryable: true, pause: true },
    );
    await sendDueMail(now, loadPdf, { send: provider.send });
    await sendDueMail(now, loadPdf, { send: provider.send });
    await resumeSender(await newPerson('clerk'), now);
    Object.assign(env, { MAIL_FROM: today });
    await sendDueMail(after(1), loadPdf, { send: provider.send });
    Object.assign(env, { MAIL_FROM: before });
    const [first, refused, ...sent] = provider.asked;
    expect(sent).toHaveLength(2);
    expect(sent).toContainEqual({ ...first, from: before });
    expect(sent).toContainEqual({ ...refused, from: today });
  });

  it('leaves the others for the next round when the provider does not answer, without counting an attempt', async () => {
    for (const key of ['a', 'b', 'c']) await queue(key);
    const silent = scripted({ ok: false, code: 'application_error', retryable: true });
    await sendDueMail(now, loadPdf, { send: silent.send });
    expect(silent.asked).toHaveLength(1);
    expect((await rows()).map((row) => row.attempts).sort()).toEqual([0, 0, 1]);
    expect(await sendDueMail(now, loadPdf, { send: scripted().send })).toBe(2);
  });

  it('gives up a message that is refused, and goes on with the next', async () => {
    await queue('a');
    await queue('b');
    const provider = scripted({ ok: false, code: 'validation_error', retryable: false });
    expect(await sendDueMail(now, loadPdf, { send: provider.send })).toBe(1);
    expect((await states()).sort()).toEqual(['failed', 'sent']);
  });

  it('pauses on a rejected key for as long as it takes: nothing fails and everything is sent afterwards', async () => {
    for (const key of ['a', 'b']) await queue(key);
    const rejected = { ok: false, code: 'invalid_api_key', retryable: true, pause: true } as const;
    const provider = scripted(rejected, rejected);
    const clerk = await newPerson('clerk');
    for (let round = 0; round < 3; round += 1)
      await sendDueMail(after(round), loadPdf, { send: provider.send });
    expect(provider.asked).toHaveLength(1);
    expect(await findPause(clerk)).toBe('invalid_api_key');
    await resumeSender(clerk, now);
    await sendDueMail(after(4), loadPdf, { send: provider.send });
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['queued', 0],
      ['queued', 0],
    ]);
    await resumeSender(clerk, now);
    expect(await sendDueMail(after(61 * 60), loadPdf, { send: provider.send })).toBe(2);
    expect(await findPause(clerk)).toBeNull();
  });

  it('lets staff alone end a pause, and know of it', async () => {
    const filer = await newPerson();
    await expect(resumeSender(filer, now)).rejects.toThrow(NotFound);
    await expect(findPause({ kind: 'anonymous' })).rejects.toThrow(NotFound);
  });

  it('keeps to a pace over all servers', async () => {
    const perSecond = 4;
    for (let n = 0; n < 10; n += 1) await queue(`paced ${n}`);
    const started = performance.now();
    const instants: number[] = [];
    const send = async () => {
      instants.push(performance.now() - started);
      return { ok: true as const, id: `id-${instants.length}` };
    };
    const server = () => sendDueMail(now, loadPdf, { send, perSecond });
    await Promise.all([server(), server()]);
    expect(instants).toHaveLength(10);
    // A busy machine may send one message late and the next on time. The rule is only that none leaves before
    // its turn.
    for (const [n, at] of instants.entries()) expect(at).toBeGreaterThanOrEqual((n * 1_000) / perSecond);
  });

  it('is silent for as long as it is asked after a refusal, says so to staff, and is resumed by them', async () => {
    await queue('refused');
    const answer = { code: 'daily_quota_exceeded', retryable: true, pause: true, retryAfterMs: 7_200_000 };
    const provider = scripted({ ok: false, ...answer });
    await sendDueMail(now, loadPdf, { send: provider.send });
    const [sender] = await db().select().from(mailSender);
    for (const until of [sender?.pausedUntil, sender?.nextAt]) {
      expect(until?.getTime()).toBeGreaterThan(Date.now() + 7_000_000);
    }
    expect(await sendDueMail(now, loadPdf, { send: provider.send })).toBe(0);
    const clerk = await newPerson('clerk');
    expect(await findPause(clerk)).toBe('daily_quota_exceeded');
    await resumeSender(clerk, now);
    expect(await sendDueMail(now, loadPdf, { send: provider.send })).toBe(1);
  });

  it('shows a long silence to staff also where the account is not refused', async () => {
    await queue('slower');
    const answer = {
      ok: false,
      code: 'rate_limit_exceeded',
      retryable: true,
      retryAfterMs: 3_600_000,
    } as const;
    await sendDueMail(now, loadPdf, { send: scripted(answer).send });
    const clerk = await newPerson('clerk');
    expect(await findPause(clerk)).toBe('rate_limit_exceeded');
    await resumeSender(clerk, now);
    expect(await sendDueMail(after(61), loadPdf)).toBe(1);
  });

  it('is silent for as long as the provider asks', async () => {
    await queue('slower');
    await queue('other');
    const answer = { ok: false, code: 'rate_limit_exceeded', retryable: true, retryAfterMs: 400 } as const;
    const provider = scripted(answer);
    const started = performance.now();
    await sendDueMail(now, loadPdf, { send: provider.send, perSecond: 1000 });
    expect(await sendDueMail(now, loadPdf, { send: provider.send, perSecond: 1000 })).toBe(1);
    expect(performance.now() - started).toBeGreaterThanOrEqual(399);
  });

  it('holds no message while the provider asks for a long silence, and ends a round when told to', async () => {
    for (const name of ['first', 'second', 'third']) await queue(name);
    const stopping = AbortSignal.abort();
    const provider = scripted();
    expect(await sendDueMail(now, loadPdf, { send: provider.send, stopping })).toBe(1);
    await slowDown(60_000);
    const send = { send: provider.send, perSecond: 1000 };
    expect(await sendDueMail(now, loadPdf, send)).toBe(0);
    expect(provider.asked).toHaveLength(1);
    const left = (await rows()).filter(({ state }) => state === 'queued');
    expect(left.map(({ attempts, leaseToken }) => [attempts, leaseToken])).toEqual([
      [0, null],
      [0, null],
    ]);
    await db().update(mailSender).set({ nextAt: now });
    expect(await sendDueMail(now, loadPdf, send)).toBe(2);
  });

  it('sends what somebody waits for before the morning’s backlog', async () => {
    const body = { subject: 's', html: '<p>s</p>', text: 's', kind: 'claim-issued' as const };
    const to = { recipient: 'zoe@example.org', ...body };
    await queueMail(db(), { ...to, dedupeKey: 'backlog', subject: 'backlog', priority: 1 }, now);
    await queueMail(db(), { ...to, dedupeKey: 'waited for', subject: 'waited for' }, after(1));
    const provider = scripted();
    await sendDueMail(after(2), loadPdf, { send: provider.send });
    expect(provider.asked.map(({ subject }) => subject)).toEqual(['waited for', 'backlog']);
  });

  it('keeps a message whose document cannot be read, and sends the others', async () => {
    await queue('a', 'lost');
    await queue('b');
    const loadLost = () => Promise.reject(new Error('storage is away'));
    expect(await sendDueMail(now, loadLost)).toBe(1);
    expect(await rows()).toMatchObject([
      { state: 'queued', dueAt: after(5), lastError: 'attachment_not_read' },
      { state: 'sent' },
    ]);
    expect(await sendDueMail(after(5), loadPdf)).toBe(1);
  });

  it('leaves a message whose document cannot be read for a day to a person', async () => {
    await queue('a', 'lost');
    const loadLost = () => Promise.reject(new Error('storage is away'));
    for (let minute = 0; minute <= 23 * 60; minute += 30) await sendDueMail(after(minute), loadLost);
    expect(await rows()).toMatchObject([{ state: 'uncertain', lastError: 'attachment_not_read' }]);
    expect(await sendDueMail(after(24 * 60), loadPdf)).toBe(0);
    const [mail] = await rows();
    await retryMail(await newPerson('clerk'), mail?.id ?? '', after(24 * 60));
    expect(await sendDueMail(after(24 * 60), loadPdf)).toBe(1);
  });
});
