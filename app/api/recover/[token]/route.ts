import { hasLocale } from 'next-intl';
import { getPathname } from '@/lib/web/navigation';
import { keepAttempt } from '@/lib/web/recovery-cookie';
import { routing } from '@/lib/web/routing';

/**
 * The link of an e-mail: moves the token out of the address into a cookie and goes on to the questions. It uses
 * nothing up, so that a scanner that opens every link does not spoil it.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/recover/[token]'>,
): Promise<Response> {
  const { token } = await params;
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  await keepAttempt({ token, oneKeyId: '' });
  const location = getPathname({ href: '/recover/answers', locale });
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
}
