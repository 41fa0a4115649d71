import { setTimeout as wait } from 'node:timers/promises';
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
import { mailPauseMs, sendMail } from '@/lib/services/mail';
import type { MailMessage, SendResult } from '@/lib/services/mail/send';

/** Few enough that the lease outlasts them and that the worker's other work does not wait long. */
const batch = 5;
/** How long a message waits when our account is refused or a document cannot be read. */
const troubleMs = 5 * 60_000;

type LoadVersion = (versionId: string) => Promise<Uint8Array>;

async function messageOf(mail: LeasedMail, loadVersion: LoadVersion): Promise<MailMessage> {
  const attachments: MailMessage['attachments'] = [];
  for (const { versionId, filename } of mail.attachments) {
    attachments.push({ filename, content: await loadVersion(versionId) });
  }
  const { id, recipient, subject, html, text } = mail;
  return { key: `outbox/${id}`, from: env.MAIL_FROM, to: recipient, subject, html, text, attachments };
}

async function keepResult(mail: LeasedMail, result: SendResult, now: Date): Promise<void> {
  if (result.ok) {
    await markSent(mail, result.id, now);
    return;
  }
  log.warn({ mail: mail.id, kind: mail.kind, attempts: mail.attempts, code: result.code }, 'mail not sent');
  if (result.pause) await releaseMail(mail, new Date(now.getTime() + troubleMs), result.code);
  else if (result.retryable) await markRetry(mail, result.code, now, Math.random());
  else await markFailed(mail, result.code);
}

/**
 * Sends messages of the outbox that are due, a few a round. When the provider does not answer, answers with a
 * fault of its own or refuses our account, the others are left for a later round.
 *
 * @param now the system's time
 * @param loadVersion the bytes of a version of a document; a failure keeps the message for later
 * @returns how many were sent
 */
export async function sendDueMail(now: Date, loadVersion: LoadVersion, send = sendMail): Promise<number> {
  const mails = await claimMail(now, batch);
  let sent = 0;
  for (const [index, mail] of mails.entries()) {
    if (index > 0) await wait(mailPauseMs);
    const message = await messageOf(mail, loadVersion).catch((error: unknown) => {
      log.error({ err: error, mail: mail.id }, 'attachment not read');
      return null;
    });
    if (!message) {
      await releaseMail(mail, new Date(now.getTime() + troubleMs), 'attachment_not_read');
      continue;
    }
    const result = await send(message);
    await keepResult(mail, result, now);
    if (result.ok) sent += 1;
    else if (result.retryable) {
      await Promise.all(mails.slice(index + 1).map((other) => releaseMail(other, other.dueAt)));
      return sent;
    }
  }
  return sent;
}
