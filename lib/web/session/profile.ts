import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { findProfile, type Profile } from '@/lib/data/account/profiles';
import { hasAccepted } from '@/lib/data/account/terms';
import type { UserActor } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';
import { redirect } from '@/lib/web/routes/navigation';
import { requireActor } from '@/lib/web/session/session';

/**
 * The signed-in person, if they accepted the terms of use in force. Anyone else is sent to the terms first.
 */
export async function requireTerms(): Promise<UserActor> {
  const actor = await requireActor();
  if (await hasAccepted(actor, 'justice', systemNow())) return actor;
  return redirect({ href: '/register/terms', locale: await getLocale() });
}

/**
 * The signed-in person with their Justice Services Online account. Anyone without an account is sent to
 * register.
 */
export const requireProfile = cache(async (): Promise<{ actor: UserActor; profile: Profile }> => {
  const actor = await requireTerms();
  const profile = await findProfile(actor);
  return profile ? { actor, profile } : redirect({ href: '/register/terms', locale: await getLocale() });
});
