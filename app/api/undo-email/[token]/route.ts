import { goOnFromLink } from '@/app/api/from-link';
import { emailUndoCookie } from '@/lib/web/cookies/cookies';

/**
 * The link of an e-mail: moves the token out of the URL into a cookie and goes on to the button that takes the
 * change back. A scanner that opens every link thus changes nothing.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/undo-email/[token]'>,
): Promise<Response> {
  await emailUndoCookie.set(await params);
  return goOnFromLink(request, '/undo-email');
}
