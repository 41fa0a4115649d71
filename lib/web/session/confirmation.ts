import { getLocale } from 'next-intl/server';
import { isOwnerConfirmed } from '@/lib/data/sign-in/confirmation';
import type { UserActor } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';
import { redirect } from '@/lib/web/routes/navigation';
import { currentPath, requireActor } from '@/lib/web/session/session';

/**
 * The signed-in person who has just confirmed that the account is theirs. Anyone else is sent to do so first
 * and comes back.
 */
export async function requireConfirmedOwner(): Promise<UserActor> {
  const actor = await requireActor();
  if (await isOwnerConfirmed(actor, systemNow())) return actor;
  const href = { pathname: '/confirm', query: { next: await currentPath() } } as const;
  return redirect({ href, locale: await getLocale() });
}
