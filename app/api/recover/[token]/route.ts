import { goOnFromLink } from '@/app/api/from-link';
import { recoveryCookie } from '@/lib/web/cookies/cookies';

/**
 * The link of an e-mail: moves the token out of the URL into a cookie and goes on to the questions. Opening
 * it uses nothing up, so a scanner that opens every link does not spoil it.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/recover/[token]'>,
): Promise<Response> {
  const { token } = await params;
  await recoveryCookie.set({ token, oneKeyId: '' });
  return goOnFromLink(request, '/recover/answers');
}
