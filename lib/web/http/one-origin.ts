import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { env } from '@/lib/env';
import { currentPath } from '@/lib/web/session/session';

/** A loopback IP. By default the service is reached by its name. */
const loopback = /^(127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Cookies and uploads belong to one origin, so a browser that asks for `localhost` by its IP is redirected to
 * its name.
 */
export async function goByName(): Promise<void> {
  const asked = (await headers()).get('host') ?? '';
  const { hostname } = new URL(env.PUBLIC_ORIGIN);
  if (hostname === 'localhost' && loopback.test(asked)) redirect(env.PUBLIC_ORIGIN + (await currentPath()));
}
