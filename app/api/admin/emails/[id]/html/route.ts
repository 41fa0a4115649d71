import { framedMail } from '@/app/api/admin/framed-mail';
import { orNotFound } from '@/app/api/download';
import { NotFound } from '@/lib/data/access/errors';
import { viewMailFrame } from '@/lib/data/claim/staff-views';
import { systemNow } from '@/lib/services/clock';

/** A message's HTML as it was or will be sent, for staff. For anyone else, and for a secret one, it does not exist. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/admin/emails/[id]/html'>,
): Promise<Response> {
  const { id } = await params;
  return orNotFound(id, async (actor) => {
    const { html } = await viewMailFrame(actor, id, systemNow());
    if (html === null) throw new NotFound('message');
    return framedMail(html);
  });
}
