import { env } from '@/lib/env';

/**
 * Whether a POST was sent by one of our own pages: browsers name the page's origin, and no page can forge it.
 * A request that names none is refused.
 */
export function isFromOurPages(sent: Pick<Headers, 'get'>): boolean {
  const origin = sent.get('origin');
  return origin === env.PUBLIC_ORIGIN || origin === `http://${sent.get('host')}`;
}
