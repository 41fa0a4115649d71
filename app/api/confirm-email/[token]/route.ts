import { goOnFromLink } from '@/app/api/from-link';
import { emailProofCookie } from '@/lib/web/cookies/cookies';

/**
 * The link of an e-mail: moves the token out of the URL into a cookie and goes on to the button that confirms
 * the e-mail address. A scanner that opens every link thus confirms nothing.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/confirm-email/[token]'>,
): Promise<Response> {
  await emailProofCookie.set(await params);
  return goOnFromLink(request, '/confirm-email');
}
