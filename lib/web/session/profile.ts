import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { findProfile, type Profile } from '@/lib/data/account/profiles';
import { hasAcceptedVersion } from '@/lib/data/account/terms';
import type { UserActor } from '@/lib/domain/access/access';
import { shownTerms } from '@/lib/web/live/court-facts';
import { redirect } from '@/lib/web/routes/navigation';
import { requireActor } from '@/lib/web/session/session';

/** Who is known to have accepted which version: nobody can take that back, so it is asked for once. */
const accepted = new Set<string>();
const mostAccepted = 10_000;

async function hasAcceptedTerms(actor: UserActor): Promise<boolean> {
  const version = await shownTerms();
  const one = `${actor.userId} ${version}`;
  if (accepted.has(one)) return true;
  if (!(await hasAcceptedVersion(actor, 'justice', version))) return false;
  if (accepted.size >= mostAccepted) accepted.clear();
  accepted.add(one);
  return true;
}

/**
 * The signed-in person, if they accepted the terms of use in force. Anyone else is sent to the terms first.
 */
export async function requireTerms(): Promise<UserActor> {
  const actor = await requireActor();
  if (await hasAcceptedTerms(actor)) return actor;
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
