import { NotFound } from '@/lib/data/errors';
import { getMail } from '@/lib/data/outbox';
import type { Actor } from '@/lib/domain/access';
import { readSentMail } from '@/lib/services/mail';
import { currentActor } from '@/lib/web/session';

const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

async function findMessage(actor: Actor, id: string): Promise<Uint8Array | null> {
  try {
    const { providerId } = await getMail(actor, id);
    return providerId === null ? null : await readSentMail(providerId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** A message that was written as a file, to staff; to anyone else, and of one that went out by Resend, there is none. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/admin/emails/[id]'>,
): Promise<Response> {
  const { id } = await params;
  const message = await findMessage(await currentActor(), id);
  if (!message) return new Response(null, { status: 404, headers });
  return new Response(Buffer.from(message), {
    headers: {
      ...headers,
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${id}.eml"`,
      'content-security-policy': `sandbox; default-src 'none'`,
      'x-content-type-options': 'nosniff',
    },
  });
}
