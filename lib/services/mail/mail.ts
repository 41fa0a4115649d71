import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Resend } from 'resend';
import { env } from '@/lib/env';
import { FileResend, isMailId } from '@/lib/services/mail/file-resend';
import { type MailMessage, type SendResult, sendThrough } from '@/lib/services/mail/send';

/** E-mail goes through Resend if it is configured. Otherwise the same SDK writes each message as a file. */

const folder = path.join(/* turbopackIgnore: true */ env.DATA_DIR, 'mail');

/** How many messages may leave in a second over all servers. Writing files has no limit. */
export const mailPerSecond = env.RESEND_API_KEY ? env.MAIL_PER_SECOND : undefined;

let client: Resend | undefined;

function resend(): Resend {
  client ??= env.RESEND_API_KEY
    ? new Resend(env.RESEND_API_KEY, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : {})
    : new FileResend(folder);
  return client;
}

/** Sends a message once per `key`; a repeat within 24 hours gives the id of the first. Never throws. */
export function sendMail(message: MailMessage, now: Date): Promise<SendResult> {
  return sendThrough(resend(), message, now);
}

/**
 * The bytes (RFC 5322) of a message that was written as a file, by the id under which it was sent; null if
 * there is none.
 */
export async function readSentMail(id: string): Promise<Uint8Array | null> {
  if (!isMailId(id)) return null;
  return readFile(path.join(/* turbopackIgnore: true */ folder, `${id}.eml`)).catch(() => null);
}
