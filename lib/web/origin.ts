import { env } from '@/lib/env';

/**
 * Whether a POST was sent by one of our own pages: browsers name the page's origin, and no page can forge it.
 * A request that names none is refused. By https only the service's own address counts; without it, on a machine of
 * somebody's own, also the one that was asked for.
 */
export function isFromOurPages(sent: Pick<Headers, 'get'>): boolean {
  const origin = sent.get('origin');
  return origin === env.PUBLIC_ORIGIN || (!env.isHttps && origin === `http://${sent.get('host')}`);
}
