import { goOnFromLink } from '@/app/api/from-link';
import { keepProof } from '@/lib/web/email-confirmation-cookie';

/**
 * The link of an e-mail: moves the token out of the address into a cookie and goes on to the button that confirms the
 * address. A scanner that opens every link confirms nothing.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/confirm-email/[token]'>,
): Promise<Response> {
  await keepProof(await params);
  return goOnFromLink(request, '/confirm-email');
}
