import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { findProfile, type Profile } from '@/lib/data/profiles';
import { hasAccepted } from '@/lib/data/terms';
import type { UserActor } from '@/lib/domain/access';
import { redirect } from '@/lib/web/navigation';
import { requireActor } from '@/lib/web/session';

/** The signed-in person who accepted the terms of use in force; anyone else is sent to the terms first. */
export async function requireTerms(): Promise<UserActor> {
  const actor = await requireActor();
  if (await hasAccepted(actor, 'justice')) return actor;
  return redirect({ href: '/register/terms', locale: await getLocale() });
}

/** The signed-in person with their Justice Services Online account; anyone without one is sent to register. */
export const requireProfile = cache(async (): Promise<{ actor: UserActor; profile: Profile }> => {
  const actor = await requireTerms();
  const profile = await findProfile(actor);
  return profile ? { actor, profile } : redirect({ href: '/register/terms', locale: await getLocale() });
});
