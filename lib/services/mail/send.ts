import type { ErrorResponse, Resend } from 'resend';

export type MailMessage = {
  /** Names this message at the provider, so that a repeat is not a second message; 1 to 256 characters. */
  key: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments?: { filename: string; content: Uint8Array }[];
};

/**
 * `retryable`: the same message may be sent again under the same key, whether or not this one arrived.
 * `pause`: the provider refuses the account, not the message; nothing was sent, and no other message would
 * be. `retryAfterMs`: the provider asks for this much silence, a day at most.
 */
export type SendResult =
  | { ok: true; id: string }
  | { ok: false; code: string; retryable: boolean; pause?: boolean; retryAfterMs?: number };

const timeoutMs = 20_000;

/** 401 and 403: the key is missing, unknown or restricted, or the sender's domain is not verified. */
const refusedAccount = [401, 403];
const spentQuota = ['daily_quota_exceeded', 'monthly_quota_exceeded'];

/** A proxy on the way may answer with JSON of its own, so no field is certain. */
function failure(error: Partial<ErrorResponse> | null): SendResult {
  const code = error?.name ?? 'no_answer';
  const status = error?.statusCode ?? null;
  // Without a status there was no readable answer. The message may have been sent.
  if (status === null) return { ok: false, code, retryable: true };
  if (refusedAccount.includes(status) || spentQuota.includes(code)) {
    return { ok: false, code, retryable: true, pause: true };
  }
  const retryable = status === 429 || status >= 500 || code === 'concurrent_idempotent_requests';
  return { ok: false, code, retryable };
}

const mostSilenceMs = 24 * 3_600_000;

/** A number of seconds, or a date; RFC 9110, 10.2.3. */
function silenceAsked(header: string | null, now: Date): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return ms > 0 ? Math.min(ms, mostSilenceMs) : undefined;
}

/** Sends through the given client, and waits `mostMs` at most. The SDK reports every fault as a result. */
export async function sendThrough(
  client: Resend,
  message: MailMessage,
  now: Date,
  mostMs = timeoutMs,
): Promise<SendResult> {
  const { key, ...email } = message;
  const { data, error, headers } = await client.emails.send(email, {
    idempotencyKey: key,
    signal: AbortSignal.timeout(mostMs),
  });
  if (data?.id) return { ok: true, id: data.id };
  const retryAfterMs = silenceAsked(new Headers(headers ?? {}).get('retry-after'), now);
  return { ...failure(error), ...(retryAfterMs && { retryAfterMs }) };
}
