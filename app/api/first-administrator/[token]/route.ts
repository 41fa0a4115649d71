import { env } from '@/lib/env';
import { keepInvitation } from '@/lib/web/first-administrator';
import { getPathname } from '@/lib/web/navigation';

/**
 * The one-time link of the first administrator: takes the token out of the address into a cookie and goes on to the
 * form. The link is not used up by being opened, only by an account being made; the form's page checks the token.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/first-administrator/[token]'>,
): Promise<Response> {
  await keepInvitation((await params).token);
  return new Response(null, {
    status: 303,
    headers: {
      location: env.PUBLIC_ORIGIN + getPathname({ href: '/admin/first', locale: 'en' }),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
