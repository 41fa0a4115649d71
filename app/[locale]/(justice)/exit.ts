'use server';

import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { signOut as endOwnSession } from '@/lib/data/sessions';
import { systemNow } from '@/lib/services/clock';
import { signOut } from '@/lib/web/auth';
import { redirect } from '@/lib/web/navigation';
import { isFromOurPages } from '@/lib/web/origin';
import { currentActor } from '@/lib/web/session';

/** Exit: ends the session, where one of our pages asks for it, and returns to the service's home. */
export async function exit(): Promise<void> {
  if (isFromOurPages(await headers())) {
    await endOwnSession(await currentActor(), systemNow());
    await signOut({ redirect: false, redirectTo: '/' });
  }
  redirect({ href: '/', locale: await getLocale() });
}
