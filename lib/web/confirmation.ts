import { getLocale } from 'next-intl/server';
import { isOwnerConfirmed } from '@/lib/data/confirmation';
import type { UserActor } from '@/lib/domain/access';
import { systemNow } from '@/lib/services/clock';
import { redirect } from '@/lib/web/navigation';
import { currentPath, requireActor } from '@/lib/web/session';

/** The signed-in person who showed just now that the account is theirs; anyone else does that first and comes back. */
export async function requireConfirmedOwner(): Promise<UserActor> {
  const actor = await requireActor();
  if (await isOwnerConfirmed(actor, systemNow())) return actor;
  const href = { pathname: '/confirm', query: { next: await currentPath() } } as const;
  return redirect({ href, locale: await getLocale() });
}
