'use server';

import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { signOut as endOwnSession } from '@/lib/data/sign-in/sessions';
import { systemNow } from '@/lib/services/clock';
import { isFromOurPages } from '@/lib/web/http/origin';
import { redirect } from '@/lib/web/routes/navigation';
import { signOut } from '@/lib/web/session/auth';
import { currentActor } from '@/lib/web/session/session';

/** Exit: ends the session if one of our pages asks for it, and returns to the service's home. */
export async function exit(): Promise<void> {
  if (isFromOurPages(await headers())) {
    await endOwnSession(await currentActor(), systemNow());
    await signOut({ redirect: false, redirectTo: '/' });
  }
  redirect({ href: '/', locale: await getLocale() });
}
