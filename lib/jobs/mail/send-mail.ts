import { setTimeout as wait } from 'node:timers/promises';
import { getVersion } from '@/lib/data/claim/versions';
import { endPause, isSilent, pauseSender, slowDown, takeSlot } from '@/lib/data/mail/mail-sender';
import {
  type LeasedMail,
  leaseMail,
  markFailed,
  markRetry,
  markSent,
  releaseMail,
} from '@/lib/data/mail/outbox';
import { toMailbox } from '@/lib/domain/contact/email';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { mailPerSecond, sendMail } from '@/lib/services/mail/mail';
import type { MailMessage, SendResult } from '@/lib/services/mail/send';
import { store } from '@/lib/storage/store';
import { watched } from '@/lib/traced';
import { tracepoint } from '@/lib/tracepoint';

/** Messages a round: few enough that their leases last longer than the round. */
const batch = 5;
/**
 * No message waits longer than this for its turn: a longer wait means that the provider asked for silence,
 * and the lease would run out.
 */
const longestWaitMs = 5_000;
/**
 * The shortest pause when the provider refuses our account, and the shortest wait of a message whose document
 * cannot be read.
 */
const troubleMs = 5 * 60_000;
const firstWaitMs = env.RETRY_SECONDS * 1000;
/**
 * The default is longer than a round in which every message times out. If a lease is lost all the same, the
 * provider drops the repeat.
 */
const leaseMs = env.LEASE_SECONDS * 1000;

/** The bytes of a document's version. @throws NotFound */
export async function loadVersion(versionId: string): Promise<Uint8Array> {
  const version = await getVersion({ kind: 'system' }, versionId);
  return store.read(version.storageKey);
}

type LoadVersion = (versionId: string) => Promise<Uint8Array>;

async function messageOf(mail: LeasedMail, load: LoadVersion): Promise<MailMessage> {
  const attachments: MailMessage['attachments'] = [];
  for (const { versionId, filename } of mail.attachments) {
    attachments.push({ filename, content: await load(versionId) });
  }
  const { id, sender, recipient, subject, html, text } = mail;
  return { key: `outbox/${id}`, from: sender, to: toMailbox(recipient), subject, html, text, attachments };
}

const backoff = (leastMs: number) => ({ firstMs: firstWaitMs, jitter: Math.random(), leastMs });

/** Stores the result of an attempt. All servers follow a request that the provider made to one. */
async function storeResult(mail: LeasedMail, result: SendResult, now: Date): Promise<void> {
  if (result.ok) {
    tracepoint('mail-accepted', mail.id);
    await markSent(mail, result.id, now);
    tracepoint('mail-marked', mail.id);
    return endPause();
  }
  const { code, retryable, pause, retryAfterMs } = result;
  log.warn({ mail: mail.id, kind: mail.kind, attempts: mail.attempts, code }, 'mail not sent');
  const silenceMs = retryAfterMs ?? 0;
  if (silenceMs > 0) await slowDown(silenceMs);
  // A pause is visible to staff, and they can end it. They should know of a long silence too.
  if (pause || silenceMs > troubleMs) await pauseSender(code, Math.max(troubleMs, silenceMs));
  if (pause) await releaseMail(mail, mail.dueAt, code);
  else if (retryable) await markRetry(mail, code, now, backoff(silenceMs));
  else await markFailed(mail, code);
}

/** What becomes of a message. The provider's own codes are words of others. */
function outcomeOf(result: SendResult): string {
  if (result.ok) return 'sent';
  if (result.pause) return 'paused';
  return result.retryable ? 'retried' : 'failed';
}

type Sending = { now: Date; loadVersion: LoadVersion; send: typeof sendMail; perSecond: number | undefined };

type Options = {
  send?: typeof sendMail;
  perSecond?: number;
  stopping?: AbortSignal;
  alive?: () => void;
};

/** Waits for this message's turn. Returns whether the message may leave now. */
async function waitForTurn(perSecond: number | undefined): Promise<boolean> {
  const waitMs = perSecond ? await takeSlot(perSecond) : 0;
  if (waitMs > longestWaitMs) return false;
  await wait(waitMs);
  return true;
}

/** Sends one message when its turn has come, and stores the result. */
async function sendOne(
  mail: LeasedMail,
  { now, loadVersion, send, perSecond }: Sending,
): Promise<SendResult> {
  const message = await messageOf(mail, loadVersion).catch((error: unknown) => {
    log.error({ err: error, mail: mail.id }, 'attachment not read');
    return null;
  });
  if (!message) {
    // Counts as an attempt like any other: after 23 hours of attempts a person decides.
    await markRetry(mail, 'attachment_not_read', now, backoff(troubleMs));
    return { ok: false, code: 'attachment_not_read', retryable: false };
  }
  if (!(await waitForTurn(perSecond))) {
    await releaseMail(mail, mail.dueAt);
    return { ok: false, code: 'silence', retryable: true };
  }
  const result = await watched('mail', 'send', () => send(message, now), outcomeOf);
  await storeResult(mail, result, now);
  return result;
}

/**
 * Sends messages of the outbox that are due, a few a round. If the provider does not answer, reports a fault
 * of its own or refuses our account, the others are left for a later round.
 * @param now the system's time
 * @param loadVersion loads the bytes of a document's version; if that fails, the message is kept for later,
 *   for 23 hours
 * @param options.perSecond how many messages may leave in a second over all servers; unlimited if absent
 * @param options.stopping ends the round early, after the message under way
 * @returns how many were sent
 */
export async function sendDueMail(
  now: Date,
  loadVersion: LoadVersion,
  { send = sendMail, perSecond = mailPerSecond, stopping, alive }: Options = {},
): Promise<number> {
  if (await isSilent(longestWaitMs)) return 0;
  const mails = await leaseMail(now, batch, leaseMs);
  let sent = 0;
  for (const [index, mail] of mails.entries()) {
    tracepoint('mail-leased', mail.id);
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
