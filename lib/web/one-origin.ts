import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { env } from '@/lib/env';
import { currentPath } from '@/lib/web/session';

/** This machine by its number; by default the service is reached by its name. */
const loopback = /^(127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Cookies and uploads belong to one origin: who comes to `localhost` by its number goes on by its name. */
export async function goByName(): Promise<void> {
  const asked = (await headers()).get('host') ?? '';
  const { hostname } = new URL(env.PUBLIC_ORIGIN);
  if (hostname === 'localhost' && loopback.test(asked)) redirect(env.PUBLIC_ORIGIN + (await currentPath()));
}
