import { env } from '@/lib/env';
import { invitationCookie } from '@/lib/web/cookies/cookies';
import { getPathname } from '@/lib/web/routes/navigation';

/**
 * The one-time link of the first administrator: moves the token out of the URL into a cookie and goes on to
 * the form. Opening the link does not use it up; only making an account does. The form's page checks the
 * token.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/first-administrator/[token]'>,
): Promise<Response> {
  await invitationCookie.set((await params).token);
  return new Response(null, {
    status: 303,
    headers: {
      location: env.PUBLIC_ORIGIN + getPathname({ href: '/admin/first', locale: 'en' }),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
