import { goOnFromLink } from '@/app/api/from-link';
import { keepAttempt } from '@/lib/web/recovery-cookie';

/**
 * The link of an e-mail: moves the token out of the address into a cookie and goes on to the questions. It uses
 * nothing up, so that a scanner that opens every link does not spoil it.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/recover/[token]'>,
): Promise<Response> {
  const { token } = await params;
  await keepAttempt({ token, oneKeyId: '' });
  return goOnFromLink(request, '/recover/answers');
}
