import { download, orNotFound } from '@/app/api/download';
import { NotFound } from '@/lib/data/access/errors';
import { viewMail } from '@/lib/data/claim/staff-views';
import { systemNow } from '@/lib/services/clock';
import { readSentMail } from '@/lib/services/mail/mail';

/**
 * A message that was written as a file, for staff. For anyone else, and for a message that went out by
 * Resend, it does not exist.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/admin/emails/[id]'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const { providerId } = await viewMail(actor, id, systemNow());
    const message = providerId === null ? null : await readSentMail(providerId);
    if (!message) throw new NotFound('message');
    return download(`${id}.eml`, 'message/rfc822', message);
  });
}
