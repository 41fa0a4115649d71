import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { NotFound } from '@/lib/data/access/errors';
import { findFilingOfDraft, getDraft } from '@/lib/data/claim/drafts';
import type { UserActor } from '@/lib/domain/access/access';
import { refuse } from '@/lib/web/action/or-not-found';
import { type Href, redirect } from '@/lib/web/routes/navigation';
import { requireProfile } from '@/lib/web/session/profile';

/** The page of the draft of a later document. */
export const laterHref = (draft: string): Href => ({
  pathname: '/later-documents/[draft]',
  params: { draft },
});

/**
 * The draft of this page with its owner. Once it is submitted, its pages lead to the confirmation, so that
 * Back and reload show the one filing. Another person's draft does not exist.
 */
export const openClaim = cache(async (reference: string) => {
  const { actor, profile } = await requireProfile();
  const draft = await getDraft(actor, reference).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return leave(actor, reference, error);
  });
  if (draft.laterKind) return redirect({ href: laterHref(reference), locale: await getLocale() });
  if (!draft.paper) return { actor, profile, draft };
  // The contact of a claim on paper is whose it is, and not the clerk's who enters it.
  return { actor, profile: { ...profile, contact: draft.paper.contact, usual: {} }, draft };
});

/** Leads from the page of a draft that was submitted to its confirmation. Any other draft does not exist. */
export async function leave(actor: UserActor, reference: string, error: NotFound): Promise<never> {
  const filing = await findFilingOfDraft(actor, reference);
  if (!filing) return refuse(error);
  return redirect({
    href: { pathname: '/transactions/[reference]/confirmation', params: { reference: filing } },
    locale: await getLocale(),
  });
}
