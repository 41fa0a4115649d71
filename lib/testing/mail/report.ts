import { createHmac, randomUUID } from 'node:crypto';

export type TestReport = { id?: string; type?: string; providerId: string; minutesAgo?: number };

/** A report of what became of a message, as Resend signs it: by default it came back. @param key base64 */
export function signedReport(
  { id = randomUUID(), type = 'email.bounced', providerId, minutesAgo = 0 }: TestReport,
  key: string,
) {
  const timestamp = String(Math.floor(Date.now() / 1000) - minutesAgo * 60);
  const data = { email_id: providerId };
  const body = JSON.stringify({ type, created_at: '2026-11-24T15:00:00.000Z', data });
  const signed = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${timestamp}.${body}`);
  const headers = {
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${signed.digest('base64')}`,
  };
  return { method: 'POST', body, headers };
}
