import { env } from '@/lib/env';

/**
 * Whether one of our own pages sent a POST: browsers name the page's origin, and no page can forge it. A
 * request that names no origin is refused. Under https only the service's own origin counts. Without https,
 * as on a developer's machine, the requested origin counts as well.
 */
export function isFromOurPages(sent: Pick<Headers, 'get'>): boolean {
  const origin = sent.get('origin');
  return origin === env.PUBLIC_ORIGIN || (!env.isHttps && origin === `http://${sent.get('host')}`);
}
