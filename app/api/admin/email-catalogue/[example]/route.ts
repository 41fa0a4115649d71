import { framedMail } from '@/app/api/admin/framed-mail';
import { orNotFound } from '@/app/api/download';
import { NotFound } from '@/lib/data/access/errors';
import { can } from '@/lib/domain/access/access';
import { findMailExample } from '@/lib/mail/examples/examples';

/** The HTML of a message with example data, for staff; `?locale=fr` in French. For anyone else it does not exist. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/admin/email-catalogue/[example]'>,
): Promise<Response> {
  const { example: name } = await params;
  return orNotFound(name, async (actor) => {
    const example = findMailExample(name);
    if (!example || !can(actor, 'read-mail')) throw new NotFound('message');
    const locale = new URL(request.url).searchParams.get('locale') === 'fr' ? 'fr' : 'en';
    return framedMail((await example.render(locale)).html);
  });
}
