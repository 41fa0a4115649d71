import { Resend } from 'resend';
import { z } from 'zod';

const report = z.object({
  type: z.string().max(100),
  created_at: z.string(),
  data: z.object({ email_id: z.string().max(200) }),
});

/** A report that the provider signed, or why it is not one. */
export type Hook =
  | { ok: true; event: { id: string; providerId: string; type: string; at: Date } }
  | { ok: false; why: 'forged' | 'unreadable' };

/**
 * Checks the signature of a request to our address for the provider's reports, and that the request is not
 * stale.
 * @param secret the provider's signing secret
 * @param now the system's time
 */
export function readHook(
  payload: string,
  headers: Headers,
  { secret, now }: { secret: string; now: Date },
): Hook {
  const header = (name: string) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? '';
  const [id, timestamp, signature] = [header('id'), header('timestamp'), header('signature')];
  try {
    const signed = { payload, headers: { id, timestamp, signature }, webhookSecret: secret };
    new Resend('unused').webhooks.verify(signed);
  } catch {
    return { ok: false, why: 'forged' };
  }
  const read = report.safeParse(JSON.parse(payload)).data;
  if (!read) return { ok: false, why: 'unreadable' };
  const told = new Date(read.created_at);
  const at = Number.isNaN(told.getTime()) ? now : told;
  return { ok: true, event: { id, providerId: read.data.email_id, type: read.type, at } };
}
