import { setTimeout as wait } from 'node:timers/promises';
import { endPause, isSilent, pauseSender, slowDown, takeSlot } from '@/lib/data/mail-sender';
import {
  claimMail,
  type LeasedMail,
  markFailed,
  markRetry,
  markSent,
  releaseMail,
} from '@/lib/data/outbox-lease';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { reached } from '@/lib/milestone';
import { mailPerSecond, sendMail } from '@/lib/services/mail';
import type { MailMessage, SendResult } from '@/lib/services/mail/send';

/** Few enough that the lease outlasts them and that the worker's other work does not wait long. */
const batch = 5;
/** A turn further off than this is not waited for: the provider asked for silence, and a lease would run out. */
const longestWaitMs = 5_000;
/** How long sending waits at least when our account is refused, or a message whose document cannot be read. */
const troubleMs = 5 * 60_000;
const firstWaitMs = env.RETRY_SECONDS * 1000;
/** By default outlasts a batch of which each message times out; a lease lost all the same is no second message. */
const leaseMs = env.LEASE_SECONDS * 1000;

type LoadVersion = (versionId: string) => Promise<Uint8Array>;

async function messageOf(mail: LeasedMail, loadVersion: LoadVersion): Promise<MailMessage> {
  const attachments: MailMessage['attachments'] = [];
  for (const { versionId, filename } of mail.attachments) {
    attachments.push({ filename, content: await loadVersion(versionId) });
  }
  const { id, sender, recipient, subject, html, text } = mail;
  return { key: `outbox/${id}`, from: sender, to: recipient, subject, html, text, attachments };
}

const backoff = (leastMs: number) => ({ firstMs: firstWaitMs, jitter: Math.random(), leastMs });

/** Keeps what became of an attempt; what the provider asks of us it asks of all servers. */
async function keepResult(mail: LeasedMail, result: SendResult, now: Date): Promise<void> {
  if (result.ok) {
    reached('mail-accepted', mail.id);
    await markSent(mail, result.id, now);
    reached('mail-marked', mail.id);
    return endPause();
  }
  const { code, retryable, pause, retryAfterMs } = result;
  log.warn({ mail: mail.id, kind: mail.kind, attempts: mail.attempts, code }, 'mail not sent');
  const silenceMs = retryAfterMs ?? 0;
  if (silenceMs > 0) await slowDown(silenceMs);
  // Staff see a pause and can end it: of a long silence they should know as well.
  if (pause || silenceMs > troubleMs) await pauseSender(code, Math.max(troubleMs, silenceMs));
  if (pause) await releaseMail(mail, mail.dueAt, code);
  else if (retryable) await markRetry(mail, code, now, backoff(silenceMs));
  else await markFailed(mail, code);
}

type Sending = { now: Date; loadVersion: LoadVersion; send: typeof sendMail; perSecond: number | undefined };

type Options = {
  send?: typeof sendMail;
  perSecond?: number;
  stopping?: AbortSignal;
  alive?: () => void;
};

/** Whether this message may leave now, having waited for its turn. */
async function waitForTurn(perSecond: number | undefined): Promise<boolean> {
  const waitMs = perSecond ? await takeSlot(perSecond) : 0;
  if (waitMs > longestWaitMs) return false;
  await wait(waitMs);
  return true;
}

/** Sends one message when its turn has come, and keeps what became of it. */
async function sendOne(
  mail: LeasedMail,
  { now, loadVersion, send, perSecond }: Sending,
): Promise<SendResult> {
  const message = await messageOf(mail, loadVersion).catch((error: unknown) => {
    log.error({ err: error, mail: mail.id }, 'attachment not read');
    return null;
  });
  if (!message) {
    // Counted like any other try: after the day of tries a person decides.
    await markRetry(mail, 'attachment_not_read', now, backoff(troubleMs));
    return { ok: false, code: 'attachment_not_read', retryable: false };
  }
  if (!(await waitForTurn(perSecond))) {
    await releaseMail(mail, mail.dueAt);
    return { ok: false, code: 'silence', retryable: true };
  }
  const result = await send(message, now);
  await keepResult(mail, result, now);
  return result;
}

/**
 * Sends messages of the outbox that are due, a few a round. When the provider does not answer, answers with a
 * fault of its own or refuses our account, the others are left for a later round.
 *
 * @param now the system's time
 * @param loadVersion the bytes of a version of a document; a failure keeps the message for later, for 23 hours
 * @param options.perSecond how many may leave in a second over all servers; any number without one
 * @param options.stopping ends it early, after the message under way
 * @returns how many were sent
 */
export async function sendDueMail(
  now: Date,
  loadVersion: LoadVersion,
  { send = sendMail, perSecond = mailPerSecond, stopping, alive }: Options = {},
): Promise<number> {
  if (await isSilent(longestWaitMs)) return 0;
  const mails = await claimMail(now, batch, leaseMs);
  let sent = 0;
  for (const [index, mail] of mails.entries()) {
    reached('mail-leased', mail.id);
    const result = await sendOne(mail, { now, loadVersion, send, perSecond });
    alive?.();
    if (result.ok) sent += 1;
    if (stopping?.aborted || (!result.ok && result.retryable)) {
      await Promise.all(mails.slice(index + 1).map((other) => releaseMail(other, other.dueAt)));
      return sent;
    }
  }
  return sent;
}
