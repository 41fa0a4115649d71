import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { type Draft, findFilingOfDraft, getDraft } from '@/lib/data/drafts';
import { NotFound } from '@/lib/data/errors';
import type { UserActor } from '@/lib/domain/access';
import { redirect } from '@/lib/web/navigation';
import { refuse } from '@/lib/web/or-not-found';
import { requireProfile } from '@/lib/web/profile';

/**
 * The draft of this page with its owner. Once it is submitted its pages lead to the confirmation, so that Back and
 * reload show the one filing; a draft of anyone else does not exist.
 */
export const openClaim = cache(async (reference: string) => {
  const { actor, profile } = await requireProfile();
  const draft = await getDraft(actor, reference).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return leave(actor, reference, error);
  });
  return { actor, profile, draft };
});

async function leave(actor: UserActor, reference: string, error: NotFound): Promise<Draft> {
  const filing = await findFilingOfDraft(actor, reference);
  if (!filing) return refuse(error);
  return redirect({
    href: { pathname: '/transactions/[reference]/confirmation', params: { reference: filing } },
    locale: await getLocale(),
  });
}
