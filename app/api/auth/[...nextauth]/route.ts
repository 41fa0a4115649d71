import { tooOften } from '@/app/api/too-often';
import { handlers } from '@/lib/web/auth';
import { waitIn } from '@/lib/web/sign-in-refused';

export const { GET } = handlers;

/**
 * As next-auth answers; but that somebody has to wait is told by the status, where next-auth leads to its page of
 * errors, or names that page to a script.
 */
export async function POST(...[request]: Parameters<typeof handlers.POST>): Promise<Response> {
  const answer = await handlers.POST(request);
  const wait = waitIn(answer.headers.get('location') ?? (await answer.clone().text()));
  return wait ? tooOften(request, wait) : answer;
}
