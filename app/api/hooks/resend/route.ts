import { readBody } from '@/app/api/hooks/resend/read-body';
import { recordMailEvent } from '@/lib/data/mail/mail-events';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { readHook } from '@/lib/services/mail/hook';

const mostBytes = 256 * 1024;
const refusals = { forged: 401, unreadable: 400 };

const refuse = (status: number) => new Response(null, { status });

/**
 * Receives Resend's reports about our e-mail: delivered, bounced, not sent on, complained. Reports are
 * signed, and a repeat changes nothing. Anyone may send here, so a body that cannot be a report is refused
 * before it is read whole.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = env.RESEND_WEBHOOK_SECRET;
  if (!secret) return refuse(404);
  const payload = await readBody(request, mostBytes);
  if (payload === null) return refuse(413);
  const now = systemNow();
  const hook = readHook(payload, request.headers, { secret, now });
  if (!hook.ok) return refuse(refusals[hook.why]);
  await recordMailEvent(hook.event, now);
  return new Response(null, { status: 200 });
}
